import { gzipSync } from 'node:zlib';
import { createApp } from '@hemat/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

// Bad input gets a clear error, loses nothing and never breaks the service.
let service: TestService;
beforeAll(async () => {
  service = await openTestService();
  await service.makeCode({ code: 'KOPI10' });
  await service.makeCode({ code: 'İSTANBUL' });
});
afterAll(() => service.close());

const cart = { currency: 'IDR', subtotal: 100_000 };
const line = { lineId: '1', productId: 'p', quantity: 1, unitAmount: 1000 };
const validate = (body: unknown, headers: Record<string, string> = {}) =>
  service.ask('POST', '/v1/discount-codes/validate', { body, headers });
const create = (fields: object) =>
  service.ask('POST', '/v1/discount-codes', { body: { code: 'NEW', type: 'percent', value: 5, ...fields } });
const faultsOf = (details: unknown) => (details as { path: string; code: string }[]).map(({ path }) => path);

describe('a body', () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'code'],
    ['half of JSON', '{"code":', ''],
    ['a list', '[]', ''],
    ['a string', '"code"', ''],
    ['null', 'null', ''],
    ['a name twice', '{"code":"A","code":"B","subtotal":1}', ''],
    ['a name twice, once in escapes', String.raw`{"code":"A","c\u006fde":"B","subtotal":1}`, ''],
    ['a name twice, far inside', '{"code":"A","lineItems":[{"quantity":1,"unitAmount":1,"quantity":2}]}', ''],
    ['__proto__', '{"__proto__":{"code":"A"},"code":"A","subtotal":1}', ''],
    ['__proto__ in escapes', String.raw`{"\u005f_proto__":1,"code":"A","subtotal":1}`, ''],
    ['__proto__ far inside', '{"code":"A","subtotal":1,"x":[{"__proto__":[]}]}', 'x.0'],
    ['two values', '{"code":"A","subtotal":1}{}', ''],
    ['a number with a leading zero', '{"code":"A","subtotal":01}', ''],
    ['10,000 levels', `{"code":"A","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, ''],
    ['half a character in a name', String.raw`{"code":"A","subtotal":1,"\udc00":1}`, ''],
    ['21 levels', `{"code":"A","subtotal":1,"x":${'['.repeat(20)}${']'.repeat(20)}}`, ''],
    ['a lone surrogate', String.raw`{"code":"A\ud800","subtotal":1}`, 'code'],
    ['a NUL', String.raw`{"code":"A\u0000","subtotal":1}`, 'code'],
    ['NaN', '{"code":"A","subtotal":NaN}', ''],
    ['1e400', '{"code":"A","subtotal":1e400}', 'subtotal'],
    ['-1e400', '{"code":"A","subtotal":-1e400}', 'subtotal'],
    [
      '1e400 for a count',
      '{"code":"A","lineItems":[{"quantity":1e400,"unitAmount":1}]}',
      'lineItems.0.quantity',
    ],
    ['2^53', '{"code":"A","subtotal":9007199254740992}', 'subtotal'],
    ['2^53 - 1', '{"code":"A","subtotal":9007199254740991}', 'subtotal'],
    ['more than 2^53', '{"code":"A","subtotal":9007199254740993}', 'subtotal'],
    ['less than -2^53', '{"code":"A","subtotal":-9007199254740993}', 'subtotal'],
    ['400 digits', `{"code":"A","subtotal":${'9'.repeat(400)}}`, 'subtotal'],
    ['a hair above a whole number', '{"code":"A","subtotal":1000000000000.0001}', 'subtotal'],
    ['a fraction of a minor unit', '{"code":"A","subtotal":0.5}', 'subtotal'],
    ['an amount as text', '{"code":"A","subtotal":"100"}', 'subtotal'],
    ['a negative amount', '{"code":"A","subtotal":-1}', 'subtotal'],
    ['more than 10^12', '{"code":"A","subtotal":1000000000001}', 'subtotal'],
  ])('of %s is refused with its path', async (_, body, path) => {
    const { status, error } = await validate(body);
    expect([status, error?.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(faultsOf(error?.details)).toContain(path);
    if (path !== '') expect(error?.field).toBe(path);
  });

  it('of exactly 64 KB is read, of one byte more is not', async () => {
    const filled = (bytes: number) => {
      const start = '{"code":"A","subtotal":1,"note":"';
      return `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    };
    expect((await validate(filled(65_536))).status).toBe(200);
    expect((await validate(filled(65_537))).error?.code).toBe('BODY_TOO_LARGE');
    const announced = { 'content-length': '65537' };
    expect((await validate('{}', announced)).error?.code).toBe('BODY_TOO_LARGE');
  });

  it('of very many faults names a hundred of them, in an answer that is no longer than the question', async () => {
    const lines = `{"code":"A","lineItems":[${Array.from({ length: 20_000 }, () => '{}').join()}]}`;
    const numbers = `{"code":"A","codes":[${Array.from({ length: 30_000 }, () => '1').join()}]}`;
    const names = Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`n${n}`, 1]));
    const long = `{"code":"A","${'x'.repeat(60_000)}":1,"type":"percent","value":1}`;
    for (const [path, body] of [
      ['/v1/discount-codes/validate', lines],
      ['/v1/discount-codes/validate', numbers],
      ['/v1/discount-codes', names],
      ['/v1/discount-codes', long],
    ] as const) {
      const { status, error, text } = await service.ask('POST', path, { body });
      expect(status).toBe(400);
      expect((error?.details as object[]).length).toBeLessThanOrEqual(100);
      expect(text.length).toBeLessThan(16_000);
    }
  });

  it('that arrives in pieces and announces no length is counted on the way', async () => {
    const app = createApp(service.deps);
    const send = (pieces: number) => {
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (pieces-- > 0) controller.enqueue(new Uint8Array(8192).fill(32));
          else controller.close();
        },
      });
      const headers = { authorization: `Bearer ${service.secretKey}`, 'content-type': 'application/json' };
      const request = { method: 'POST', headers, body, duplex: 'half' };
      return app.request('/v1/discount-codes/validate', request);
    };
    expect((await send(8)).status).toBe(400);
    expect((await send(9)).status).toBe(413);
    expect((await send(1_000_000)).status).toBe(413);
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['almost JSON', 'application/jsonx'],
    ['JSON by another name', 'text/json'],
  ])('as %s is refused', async (_, type) => {
    const body = JSON.stringify({ code: 'KOPI10', ...cart });
    expect((await validate(body, { 'content-type': type })).error?.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('is taken with a charset', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await validate({ code: 'KOPI10', ...cart }, headers)).data.applies).toBe(true);
  });

  it('that is packed is refused, however small', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000)).toString('latin1');
    const { error } = await validate(bomb, { 'content-encoding': 'gzip' });
    expect(error?.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('may hold fields of tomorrow on a call of the checkout, and none on management', async () => {
    expect((await validate({ code: 'KOPI10', ...cart, tomorrow: 1 })).data.applies).toBe(true);
    const { error } = await create({ tomorrow: 1, metadata: { any: 'name' } });
    expect(error).toMatchObject({ field: 'tomorrow', details: [{ code: 'unrecognized_keys' }] });
  });

  it('is never sent back', async () => {
    const canary = 'canary-4711';
    const sent = { code: canary.repeat(30), type: canary, value: canary, currency: canary, startsAt: canary };
    const { text, status } = await service.ask('POST', '/v1/discount-codes', { body: sent });
    expect(status).toBe(400);
    expect(text).not.toContain(canary);
  });
});

describe('a cart', () => {
  it.each<[string, object, string]>([
    [
      '2,000 lines',
      { lineItems: Array.from({ length: 2000 }, () => ({ quantity: 1, unitAmount: 1 })) },
      'lineItems',
    ],
    [
      '501 lines',
      { lineItems: Array.from({ length: 501 }, () => ({ quantity: 1, unitAmount: 1 })) },
      'lineItems',
    ],
    ['10,000 lines of a cart', { lineItems: Array.from({ length: 10_000 }, () => 0) }, 'lineItems'],
    ['no line and no subtotal', {}, 'subtotal'],
    ['a subtotal that disagrees', { lineItems: [line], subtotal: 999 }, 'subtotal'],
    ['no quantity', { lineItems: [{ unitAmount: 1 }] }, 'lineItems.0.quantity'],
    ['a quantity of zero', { lineItems: [{ ...line, quantity: 0 }] }, 'lineItems.0.quantity'],
    ['half a piece', { lineItems: [{ ...line, quantity: 0.5 }] }, 'lineItems.0.quantity'],
    ['a line id twice', { lineItems: [line, line] }, 'lineItems.1.lineId'],
    ['a line above 10^12', { lineItems: [{ ...line, quantity: 1e6, unitAmount: 1e12 }] }, 'lineItems.0'],
    [
      'lines above 10^12',
      {
        lineItems: [
          { quantity: 1, unitAmount: 1e12 },
          { quantity: 1, unitAmount: 1 },
        ],
      },
      'lineItems',
    ],
    ['a currency of nowhere', { subtotal: 1, currency: 'XXZ' }, 'currency'],
    ['a region of nowhere', { subtotal: 1, region: 'Jakarta' }, 'region'],
  ])('with %s is refused', async (_, body, path) => {
    const { status, error } = await validate({ code: 'KOPI10', currency: 'IDR', ...body });
    expect([status, error?.field]).toEqual([400, path]);
  });

  it('with 10,000 lines as they are written is larger than a body may be', async () => {
    const lineItems = Array.from({ length: 10_000 }, () => ({ quantity: 1, unitAmount: 1 }));
    const { error } = await validate({ code: 'KOPI10', currency: 'IDR', lineItems });
    expect(error?.code).toBe('BODY_TOO_LARGE');
  });

  it('with 500 lines is quoted', async () => {
    const lineItems = Array.from({ length: 500 }, () => ({ quantity: 1, unitAmount: 1001 }));
    const { data } = await validate({ code: 'KOPI10', currency: 'IDR', lineItems });
    expect(data).toMatchObject({ applies: true, subtotal: 500_500, discountAmount: 50_050 });
  });

  it('takes a whole number however JSON writes it', async () => {
    const { data } = await validate(
      '{"code":"KOPI10","currency":"IDR","subtotal":1.0e3,"shippingAmount":0.0}',
    );
    expect(data).toMatchObject({ subtotal: 1000, discountAmount: 100, shippingAmount: 0 });
  });

  it('with minus zero counts as zero', async () => {
    const { data } = await validate('{"code":"KOPI10","currency":"IDR","subtotal":1000,"shippingAmount":-0}');
    expect(data).toMatchObject({ applies: true, shippingAmount: 0, total: 900 });
    expect(Object.is(data.shippingAmount, 0)).toBe(true);
  });

  it('takes the names that older systems send', async () => {
    const items = [{ productId: 'p', price: 50_000, quantity: 2 }];
    const { data } = await validate({ code: 'KOPI10', currency: 'idr', items, shippingCost: 9000 });
    expect(data).toMatchObject({ subtotal: 100_000, shippingAmount: 9000, discountAmount: 10_000 });
  });

  it('takes null for absent', async () => {
    const body = { code: 'KOPI10', codes: null, ...cart, lineItems: null, region: null, customerId: null };
    expect((await validate(body)).data.applies).toBe(true);
  });
});

describe('a spelling of a code', () => {
  it.each([
    ['lower case', 'kopi10'],
    ['full width', 'ＫＯＰＩ１０'],
    ['a zero-width space', 'KO​PI10'],
    ['white space around', '  kopi10\t\n'],
    ['a soft hyphen', 'KO­PI10'],
  ])('with %s is found', async (_, code) => {
    expect((await validate({ code, ...cart })).data.applies).toBe(true);
  });

  it.each([
    ['a Turkish dotless i', 'KOPı10'],
    ['a Cyrillic letter', 'КOPI10'],
    ['emoji', '🎉'],
    ['SQL', "' OR 1=1 --"],
    ['a pattern', 'KOPI%'],
    ['one character left out', 'KOPI1'],
    ['digits of another script', 'KOPI१०'],
    ['a combining mark', 'KO\u0301PI10'],
    ['200 letters', 'K'.repeat(200)],
    ['white space alone', ' \t'],
  ])('with %s names nothing, and is answered', async (_, code) => {
    const { status, data } = await validate({ code, ...cart });
    const expected = code === 'KOPı10' ? { applies: true } : { applies: false, reason: 'CODE_NOT_FOUND' };
    expect([status, data]).toEqual([200, expect.objectContaining(expected)]);
  });

  it('with a Turkish dotted capital finds that one only', async () => {
    expect((await validate({ code: 'i̇stanbul', ...cart })).data.applies).toBe(true);
    expect((await validate({ code: 'ISTANBUL', ...cart })).data.reason).toBe('CODE_NOT_FOUND');
  });
});

it.each([
  ['full width', '\uff2b\uff2f\uff30\uff29\uff11\uff10'],
  ['a zero-width joiner', 'KOPI\u200d10'],
  ['a variation selector', 'KOPI10\ufe0f'],
  ['direction marks', '\u202eKOPI10\u202c'],
  ['mathematical letters', '\u{1d40a}OPI10'],
  ['a dotless i', 'kop\u013110'],
])('a code that is another one in %s cannot be made beside it', async (_, code) => {
  expect((await create({ code })).error).toMatchObject({ code: 'CODE_EXISTS', field: 'code' });
});

describe('a new code', () => {
  it.each<[string, object, string]>([
    ['no visible character', { code: '​​' }, 'code'],
    ['51 characters', { code: 'K'.repeat(51) }, 'code'],
    ['letters that look alike', { code: 'КOPI' }, 'code'],
    ['a space’s look-alike', { code: 'A/B' }, 'code'],
    ['a kind of tomorrow', { kind: 'subscription' }, 'kind'],
    ['a count of strings', { count: 10 }, 'count'],
    ['an unknown type', { type: 'bogof' }, 'type'],
    ['zero percent', { value: 0 }, 'value'],
    ['0.001 percent', { value: 0.001 }, 'value'],
    ['three decimals', { value: 10.125 }, 'value'],
    ['101 percent', { value: 101 }, 'value'],
    ['a negative value', { value: -5 }, 'value'],
    ['a fraction of a rupiah', { type: 'fixed', value: 10.5, currency: 'IDR' }, 'value'],
    ['money without its currency', { type: 'fixed', value: 1000 }, 'currency'],
    ['a minimum without its currency', { minPurchaseAmount: 1 }, 'currency'],
    ['a most without its currency', { maxDiscountAmount: 1 }, 'currency'],
    ['products without a list', { scope: 'products' }, 'productIds'],
    ['products with an empty list', { scope: 'products', productIds: [] }, 'productIds'],
    ['tags without a list', { scope: 'tag' }, 'tagFilter'],
    ['a list without its scope', { tagFilter: ['a'] }, 'tagFilter'],
    ['a day that does not exist', { validThrough: '2026-02-30' }, 'validThrough'],
    ['a moment that does not exist', { startsAt: '2026-02-30T00:00:00Z' }, 'startsAt'],
    ['a leap second', { startsAt: '2026-06-30T23:59:60Z' }, 'startsAt'],
    ['hour 24', { startsAt: '2026-06-30T24:00:00Z' }, 'startsAt'],
    ['29 February of no leap year', { validThrough: '2027-02-29' }, 'validThrough'],
    ['a year of five digits', { startsAt: '+12026-06-30T00:00:00Z' }, 'startsAt'],
    ['a value of minus zero', { value: -0 }, 'value'],
    ['a value above 10^12', { type: 'fixed', value: 1e12 + 1, currency: 'IDR' }, 'value'],
    ['a minimum of 2^53', { minPurchaseAmount: 2 ** 53, currency: 'IDR' }, 'minPurchaseAmount'],
    ['a cap of 2^53', { maxUsesTotal: 2 ** 53 }, 'maxUsesTotal'],
    ['metadata of a forbidden name', { metadata: { ['a'.repeat(41)]: '' } }, `metadata.${'a'.repeat(41)}`],
    ['a moment without a zone', { startsAt: '2026-02-20T00:00:00' }, 'startsAt'],
    ['two ends', { validThrough: '2026-12-30', expiresAt: '2026-12-30T00:00:00Z' }, 'validThrough'],
    [
      'an end before its start',
      { startsAt: '2026-12-30T00:00:00Z', expiresAt: '2026-12-29T00:00:00Z' },
      'expiresAt',
    ],
    [
      'an end at its start',
      { startsAt: '2026-12-30T00:00:00Z', expiresAt: '2026-12-30T07:00:00+07:00' },
      'expiresAt',
    ],
    ['no use', { maxUsesTotal: 0 }, 'maxUsesTotal'],
    ['half a use', { maxUsesPerCustomer: 1.5 }, 'maxUsesPerCustomer'],
    ['a hold of a week and a minute', { holdMinutes: 10_081 }, 'holdMinutes'],
    ['a hold of nothing', { holdMinutes: 0 }, 'holdMinutes'],
    ['an unknown policy', { limitPolicy: 'maybe' }, 'limitPolicy'],
    ['a region of nowhere', { regions: ['ID', 'Jakarta'] }, 'regions.1'],
    ['an unknown class', { combinesWith: ['everything'] }, 'combinesWith.0'],
    ['a long name', { name: 'n'.repeat(101) }, 'name'],
    ['a long description', { description: 'n'.repeat(501) }, 'description'],
    ['a long title', { title: 'n'.repeat(121) }, 'title'],
    [
      '21 pairs of metadata',
      { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, ''])) },
      'metadata',
    ],
    ['metadata that is no text', { metadata: { a: 1 } }, 'metadata.a'],
  ])('with %s is refused', async (_, fields, path) => {
    const { status, error } = await create(fields);
    expect([status, error?.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(faultsOf(error?.details)).toContain(path);
  });

  it('is told all its faults at once', async () => {
    const { error } = await create({ code: '', value: 500, scope: 'tags', minPurchaseAmount: 5 });
    expect(faultsOf(error?.details)).toEqual(['code']);
    const laws = await create({ code: 'A/B', value: 500, scope: 'tags', minPurchaseAmount: 5 });
    expect(faultsOf(laws.error?.details)).toEqual(['code', 'value', 'currency', 'tagFilter']);
  });
});

describe('a query', () => {
  it.each([
    ['/v1/discount-codes?limit=0', 'limit'],
    ['/v1/discount-codes?limit=101', 'limit'],
    ['/v1/discount-codes?limit=ten', 'limit'],
    ['/v1/discount-codes?limit=1&limit=2', 'limit'],
    ['/v1/discount-codes?cursor=nonsense', 'cursor'],
    ['/v1/discount-codes?status=gone', 'status'],
    ['/v1/discount-codes?active=yes', 'active'],
    ['/v1/discount-codes?expiringWithin=week', 'expiringWithin'],
    ['/v1/discount-codes?colour=red', 'colour'],
    ['/v1/redemptions?from=yesterday', 'from'],
    ['/v1/redemptions?from=2026-02-30T00:00:00Z', 'from'],
    ['/v1/audit-log?to=2026-02-30T00:00:00Z', 'to'],
    ['/v1/discount-codes?limit=-0', 'limit'],
    ['/v1/discount-codes?limit=9007199254740993', 'limit'],
    ['/v1/discount-codes?limit=1e400', 'limit'],
    ['/v1/discount-codes?__proto__=1', '__proto__'],
    ['/v1/redemptions?status=paid', 'status'],
    ['/v1/audit-log?cursor=%00', 'cursor'],
  ])('%s is refused', async (path, field) => {
    const { status, error } = await service.ask('GET', path);
    expect([status, error?.field]).toEqual([400, field]);
  });
});

describe('an address with a NUL', () => {
  it.each([
    ['GET', '/v1/discount-codes/%00', undefined],
    ['PATCH', '/v1/discount-codes/disc_%00', undefined],
    ['GET', '/v1/storefront/public/%00/discount-codes', undefined],
    ['GET', '/v1/discount-codes?q=%00', 'q'],
    ['GET', '/v1/redemptions?orderId=a%00b&limit=5', 'orderId'],
    ['GET', '/v1/embed?workspace=%00', 'workspace'],
  ])('%s %s is refused, and no fault of the service', async (method, path, field) => {
    const { status, error } = await service.ask(method, path, {
      ...(method === 'PATCH' && { body: { title: 'x' } }),
    });
    expect([status, error?.code, error?.field]).toEqual([400, 'VALIDATION_ERROR', field]);
  });
});

it('loses nothing and keeps answering', async () => {
  expect((await service.ask('GET', '/v1/discount-codes?q=kopi10')).data.items).toHaveLength(1);
});
