import fc from 'fast-check';
import { currencies, products, regions, tags } from './shelf.js';

const percentValue = fc.integer({ min: 1, max: 10_000 }).map((basisPoints) => basisPoints / 100);
const moneyValue = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2_000_000 }));
const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>, weight = 3) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const discount = fc.oneof(
  fc.record({ type: fc.constantFrom('percent', 'shipping_percent'), value: percentValue }),
  fc.record({ type: fc.constantFrom('fixed', 'shipping_fixed'), value: moneyValue }),
);
const scope = fc.oneof(
  fc.constant({ scope: 'cart' }),
  fc.record({ scope: fc.constant('products'), productIds: some(products) }),
  fc.record({ scope: fc.constant('tags'), tagFilter: some(tags) }),
);
const limits = fc.record({
  minPurchaseAmount: mostly<number | null>(null, fc.integer({ min: 0, max: 500_000 })),
  maxDiscountAmount: mostly<number | null>(null, fc.integer({ min: 1, max: 60_000 })),
  regions: mostly<string[] | null>(null, some(regions), 8),
  startsAt: mostly<string | null>(null, fc.constant('2099-01-01T00:00:00Z'), 30),
  expiresAt: mostly<string | null>(null, fc.constant('2199-01-01T00:00:00Z')),
  limitPolicy: fc.constantFrom('honor', 'hold', 'strict'),
  maxUsesTotal: mostly<number | null>(null, fc.constant(1_000_000)),
  combinesWith: fc.oneof(
    { weight: 3, arbitrary: fc.constant(['cart', 'products', 'shipping']) },
    { weight: 1, arbitrary: fc.subarray(['cart', 'products', 'shipping']) },
  ),
});

/** A discount code as a merchant would create it, of every type, scope and condition that a browser can judge. */
export const randomCode = fc
  .tuple(discount, scope, limits, fc.constantFrom(...currencies))
  .map(([given, looksAt, conditions, currency]) => ({
    ...given,
    ...looksAt,
    ...conditions,
    ...(needsCurrency(given.type, conditions) && { currency }),
  }));

function needsCurrency(
  type: string,
  {
    minPurchaseAmount,
    maxDiscountAmount,
  }: { minPurchaseAmount: number | null; maxDiscountAmount: number | null },
): boolean {
  return (
    type === 'fixed' || type === 'shipping_fixed' || minPurchaseAmount !== null || maxDiscountAmount !== null
  );
}
