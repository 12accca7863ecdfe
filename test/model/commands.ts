import fc from 'fast-check';
import type { CartBody, CodeFields, Command } from './command.js';

const start = Date.UTC(2026, 5, 1, 12);
const minute = 60_000;
const at = (ms: number) => new Date(start + ms).toISOString();

/** Mostly the first ones, so that sequences come back to what they made. */
const code = fc.constantFrom('KOPI', 'KOPI', 'KOPI', 'KOPI', 'Teh-1', 'Teh-1', 'SUSU', 'GULA');
/** As shoppers type them; the last is no code of anybody. */
const typed = fc.oneof(
  { weight: 9, arbitrary: code },
  { weight: 1, arbitrary: fc.constantFrom('kopi', 'teh-1', 'SIAPA') },
);
const key = code.map((name) => name.toUpperCase());
const orderId = fc.constantFrom('o-1', 'o-1', 'o-2', 'o-3');
const buyer = {
  customerId: fc.constantFrom(null, 'pembeli-1', 'pembeli-1', 'pembeli-2'),
  isNew: fc.constantFrom(null, null, null, true, false),
};

const line = (productId: string, tags: string[], quantity: number, unitAmount: number) => ({
  lineId: productId,
  productId,
  tags,
  quantity,
  unitAmount,
});
const coffee = line('kopi-susu', ['kopi'], 3, 18_333);
const tea = line('teh', ['teh'], 1, 12_000);
const carts: readonly CartBody[] = [
  { currency: 'IDR', shippingAmount: 9000, lineItems: [coffee, tea] },
  { currency: 'IDR', shippingAmount: 0, lineItems: [tea], region: 'ID-JK' },
  { currency: 'IDR', shippingAmount: 9000, subtotal: 66_999 },
  { currency: 'USD', shippingAmount: 0, subtotal: 5000 },
];
/** Mostly the same one, so that an order comes again with what it had. */
const cart = fc.oneof(
  { weight: 5, arbitrary: fc.constant(carts[0] as CartBody) },
  { weight: 3, arbitrary: fc.constantFrom(...carts) },
);

const money = { currency: 'IDR' };
const discount: fc.Arbitrary<Partial<CodeFields>> = fc.constantFrom(
  { type: 'percent', value: 10 },
  { type: 'percent', value: 33.33, maxDiscountAmount: 20_000, ...money },
  { type: 'percent', value: 100 },
  { type: 'fixed', value: 15_000, ...money },
  { type: 'shipping_percent', value: 50 },
  { type: 'shipping_fixed', value: 20_000, ...money },
);
const scope: fc.Arbitrary<Partial<CodeFields>> = fc.constantFrom<Partial<CodeFields>>(
  {},
  {},
  { scope: 'tags', tagFilter: ['kopi'] },
  { scope: 'products', productIds: ['teh'] },
);
const cap = fc.constantFrom(null, 1, 1, 2);
const combines = fc.constantFrom<CodeFields['combinesWith']>(
  ['cart', 'products', 'shipping'],
  ['cart', 'products', 'shipping'],
  ['products', 'shipping'],
  [],
);
const limits = {
  maxUsesTotal: cap,
  maxUsesPerCustomer: fc.constantFrom(null, null, 1, 2),
  limitPolicy: fc.constantFrom<CodeFields['limitPolicy']>('honor', 'hold', 'hold', 'strict'),
  holdMinutes: fc.constantFrom(1, 5),
  combinesWith: combines,
};
const rest: fc.Arbitrary<Partial<CodeFields>> = fc.constantFrom<Partial<CodeFields>>(
  ...Array.from({ length: 6 }, () => ({})),
  { customerEligibility: 'new' },
  { customerEligibility: 'returning' },
  { minPurchaseAmount: 50_000, ...money },
  { startsAt: at(2 * minute) },
  { expiresAt: at(10 * minute) },
  { regions: ['ID'] },
  { active: false },
);

const create: fc.Arbitrary<Command> = fc
  .tuple(code, discount, scope, fc.record(limits), rest)
  .map(([name, ...fields]) => ({
    does: 'create',
    fields: Object.assign({ code: name }, ...fields) as { code: string },
  }));

const patched: fc.Arbitrary<Partial<CodeFields>> = fc.oneof(
  fc.record(limits, { requiredKeys: [] }),
  fc.constantFrom<Partial<CodeFields>>(
    { active: false },
    { active: true },
    { value: 5 },
    { type: 'percent', value: 20 },
    { type: 'fixed', value: 7000, ...money },
    { minPurchaseAmount: 1, ...money },
    { customerEligibility: 'all' },
    { expiresAt: at(30 * minute) },
    { expiresAt: null },
    { scope: 'cart' },
    { scope: 'tags', tagFilter: ['teh'] },
    { code: 'RENAMED' },
    { title: 'Hemat' },
  ),
);

const someCodes = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(typed) },
  { weight: 2, arbitrary: fc.uniqueArray(typed, { minLength: 2, maxLength: 3 }) },
);
const quoteName = fc.constantFrom('first', 'second');
const question = { codes: someCodes, cart, ...buyer };
const does = <Name extends Command['does']>(name: Name) => fc.constant(name);

const step: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: create },
  { weight: 3, arbitrary: fc.record({ does: does('patch'), code: key, fields: patched }) },
  { weight: 1, arbitrary: fc.record({ does: does('archive'), code: key }) },
  { weight: 3, arbitrary: fc.record({ does: does('validate'), keepAs: quoteName, ...question }) },
  {
    weight: 12,
    arbitrary: fc.record({
      does: does('lock'),
      orderId,
      shown: fc.constantFrom(null, null, null, 'first', 'second'),
      ...question,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: does('redeem'),
      orderId,
      ...buyer,
      codes: fc.oneof(fc.constant(null), someCodes),
      cart: fc.oneof(fc.constant(null), cart),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: does('release'), orderId }) },
  {
    weight: 5,
    arbitrary: fc.record({ does: does('reverse'), orderId, code: key, restoreUse: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('sweep') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: does('pass'),
      ms: fc.constantFrom(1, minute - 1, minute, 4 * minute, 30 * minute),
    }),
  },
);

/** A sequence: a few codes, then whatever may happen. */
export const sequence: fc.Arbitrary<Command[]> = fc
  .tuple(
    fc.array(create, { minLength: 2, maxLength: 4 }),
    fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }),
  )
  .map(([made, steps]) => [...made, ...steps]);
