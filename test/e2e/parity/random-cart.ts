import fc from 'fast-check';
import { currencies, products, regions, tags } from './shelf.js';

const money = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 999 }),
  fc.integer({ min: 1000, max: 300_000 }),
  fc.integer({ min: 1, max: 10_000_000_000 }),
);
const quantity = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.nat(7).map((n) => n + 1) },
);
const orNothing = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 8 });

const line = fc.record({
  productId: orNothing(fc.constantFrom(...products)),
  tags: orNothing(fc.subarray(tags)),
  quantity,
  unitAmount: money,
});
const items = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(line, { minLength: 1, maxLength: 8 }).map((lineItems) => ({ lineItems })),
  },
  { weight: 1, arbitrary: money.map((subtotal) => ({ subtotal })) },
);
const around = fc.record({
  currency: fc.constantFrom(...currencies),
  shippingAmount: orNothing(money),
  region: orNothing(fc.constantFrom(...regions, 'id', 'sg', 'ID-YO', 'US')),
});

/** A cart as a shop sends it: up to 8 lines from free to dear, or a bare subtotal; within the contract's limits. */
export const randomCart = fc
  .tuple(items, around)
  .map(([held, rest]) => withoutUndefined({ ...held, ...rest }));

function withoutUndefined<Value extends object>(value: Value): Value {
  // Through JSON as on the wire, which drops what is undefined and keeps the shape.
  return JSON.parse(JSON.stringify(value)) as Value;
}
