import { createDiscountCodeInput, type CreateDiscountCodeInput } from '@hemat/shared/schemas';
import fc from 'fast-check';

const spiky = fc.string({
  unit: fc.constantFrom(
    "'",
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '"',
    ',',
    ';',
    '|',
    '[',
    ']',
    ' ',
    'a',
    'é',
    '🙂',
  ),
  maxLength: 12,
});
const text = fc.option(fc.oneof(spiky, fc.string({ maxLength: 30, unit: 'grapheme' })), { nil: null });
const item = fc.oneof(spiky, fc.constantFrom('p-1', 'p|2', ' p', '["a"]')).filter((drawn) => drawn !== '');
const amount = fc.option(fc.integer({ min: 1, max: 1_000_000_000_000 }), { nil: null });
const count = fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null });
const moment = fc.option(
  fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  { nil: null },
);

const fields = fc.record({
  code: fc.oneof(
    fc.string({
      unit: fc.constantFrom('A', 'b', '7', '-', '_', '.', ' ', '=', '+'),
      minLength: 1,
      maxLength: 12,
    }),
    fc.constantFrom('-10', '+62', "'-1", '0012', '1e5', 'TRUE'),
  ),
  type: fc.constantFrom('percent', 'fixed', 'shipping_percent', 'shipping_fixed'),
  value: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(0.01, 10.5, 99.99)),
  name: text,
  description: text,
  title: text,
  scope: fc.constantFrom('cart', 'products', 'tags'),
  items: fc.uniqueArray(item, { minLength: 1, maxLength: 4 }),
  minPurchaseAmount: amount,
  maxDiscountAmount: amount,
  maxUsesTotal: count,
  maxUsesPerCustomer: count,
  customerEligibility: fc.constantFrom('all', 'new', 'returning'),
  regions: fc.option(fc.uniqueArray(fc.constantFrom('ID', 'SG', 'ID-JK'), { minLength: 1 }), { nil: null }),
  combinesWith: fc.uniqueArray(fc.constantFrom('cart', 'products', 'shipping')),
  startsAt: moment,
  active: fc.boolean(),
  public: fc.boolean(),
  limitPolicy: fc.constantFrom('honor', 'hold', 'strict'),
  holdMinutes: fc.integer({ min: 1, max: 10_080 }),
  metadata: fc.dictionary(
    fc.oneof(spiky, fc.constantFrom('key', '7')).filter((key) => key !== '' && key !== '__proto__'),
    spiky,
    { maxKeys: 3 },
  ),
});

/** A code that the schema takes; whether it breaks a law, such as a percentage with a fraction of a rupiah, is the verb's to say. */
export const anyCode: fc.Arbitrary<CreateDiscountCodeInput> = fields.map(({ items, startsAt, ...drawn }) =>
  createDiscountCodeInput.parse({
    ...drawn,
    currency: 'IDR',
    startsAt: startsAt?.toISOString() ?? null,
    ...(drawn.scope === 'products' && { productIds: items }),
    ...(drawn.scope === 'tags' && { tagFilter: items }),
  }),
);
