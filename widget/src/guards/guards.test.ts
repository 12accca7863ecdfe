import { termsFromRule } from '@hemat/shared';
import { teaserAnswer, validateAnswer } from '@hemat/shared/schemas';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { makeRule } from '../../../test/elements/support/fake-service.js';
import { compileGuard } from './compile-guard.js';
import { isTeaserAnswer, isValidateAnswer } from './guards.generated.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const terms = JSON.parse(
  JSON.stringify(termsFromRule(makeRule({ code: 'A', regions: ['ID'], combinesWith: ['cart'] }))),
);
const figures = {
  currency: 'IDR',
  subtotal: 10,
  shippingAmount: 0,
  discountAmount: 1,
  shippingDiscount: 0,
  total: 9,
};
const serverTime = '2026-01-01T00:00:00.000Z';
const applied: Json = {
  ...figures,
  applies: true,
  codes: [{ id: 'disc_1', code: 'A', discountAmount: 1, shippingDiscount: 0, terms }],
  allocations: [{ lineId: '1', amount: 1 }],
  quote: 'q',
  quoteExpiresAt: serverTime,
  serverTime,
};
const refused: Json = {
  ...figures,
  applies: false,
  reason: 'MIN_PURCHASE_NOT_MET',
  message: 'no',
  code: 'A',
  missing: [
    { kind: 'minPurchase', shortBy: 5 },
    { kind: 'scope', scope: 'tags', anyOf: ['kopi'] },
    { kind: 'startsAt', at: serverTime },
  ],
  terms,
  serverTime,
};
const teaser: Json = {
  items: [
    { code: 'A', title: null, terms, eligible: true, estimatedDiscount: 1, missing: [{ kind: 'customer' }] },
  ],
  currency: 'IDR',
  serverTime,
};

/** What a mutation puts in the place of a value. */
const strangers: Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e15,
  2 ** 53,
  '',
  'x',
  'EXPIRED',
  'percent',
  [],
  [null],
  ['x'],
  {},
];

/** Every value with one part of it replaced, left out or made one too many. */
function mutate(value: Json): Json[] {
  const inside = Array.isArray(value)
    ? value.flatMap((part, at) => mutate(part).map((other) => value.toSpliced(at, 1, other)))
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, part]) => {
          const without = Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
          return [without, ...mutate(part).map((other) => ({ ...value, [key]: other }))];
        })
      : [];
  return [...inside, ...strangers];
}

it.each([
  ['an applied answer', applied, validateAnswer, isValidateAnswer],
  ['a refused answer', refused, validateAnswer, isValidateAnswer],
  ['the promos', teaser, teaserAnswer, isTeaserAnswer],
] as const)('agrees with zod on %s and on everything near it', (_name, value, schema, guard) => {
  const all = [value, ...mutate(value)];
  expect(all.length).toBeGreaterThan(500);
  expect(guard(value)).toBe(true);
  const verdicts = all.map((one) => schema.safeParse(one).success);
  expect(verdicts.filter(Boolean).length).toBeGreaterThan(10);
  expect(all.filter((one, at) => guard(one) !== verdicts[at])).toEqual([]);
});

it('refuses to print a guard for a schema it has no rule for', () => {
  for (const schema of [
    z.date(),
    z.string().regex(/a/),
    z.array(z.string()).min(1),
    z.object({ a: z.map(z.string(), z.string()) }),
  ])
    expect(() => compileGuard(schema)).toThrow(/^compileGuard: no rule for/);
});
