import { reasons } from '@hemat/shared';
import { createDiscountCodeInput, discountType, limitPolicy, scope } from '@hemat/shared/schemas';
import { describe, expect, it } from 'vitest';
import { findProduct } from '../shop/catalogue.js';
import { findDestination } from '../shop/destinations.js';
import { seededCodes } from './seeded-codes.js';

const rules = seededCodes.flatMap(({ code, rule }) => (rule ? [{ code, ...rule }] : []));
const titled = rules.filter(({ title }) => title);

describe('the seeded codes', () => {
  it('show every type, scope, policy and reason there is', () => {
    expect(new Set(rules.map(({ type }) => type))).toEqual(new Set(discountType.options));
    expect(new Set(rules.map((rule) => rule.scope ?? 'cart'))).toEqual(new Set(scope.options));
    expect(new Set(rules.flatMap((rule) => rule.limitPolicy ?? []))).toEqual(new Set(limitPolicy.options));
    expect(new Set(seededCodes.flatMap((one) => one.reasons ?? []))).toEqual(new Set(reasons));
  });

  it('are rules that the service takes, each with a title', () => {
    for (const rule of rules)
      expect(createDiscountCodeInput.safeParse(rule).error, rule.code).toBeUndefined();
    expect(titled).toHaveLength(rules.length);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('are shown on carts that the shop can fill', () => {
    for (const { code, cart, region } of seededCodes) {
      for (const id of Object.keys(cart)) expect(findProduct(id), `${code}: ${id}`).toBeDefined();
      if (region !== undefined) expect(findDestination(region), code).toBeDefined();
    }
  });
});
