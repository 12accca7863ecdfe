import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

let count = 0;
const newCode = () => `C${(count += 1)}`;
const create = (fields: object = {}, key = service.secretKey) =>
  service.ask('POST', '/v1/discount-codes', {
    key,
    body: { code: newCode(), type: 'percent', value: 10, ...fields },
  });
const patch = (id: string, body: object) => service.ask('PATCH', `/v1/discount-codes/${id}`, { body });
const cart = { currency: 'IDR', subtotal: 100_000 };

describe('making a code', () => {
  it('keeps it as typed and fills in the defaults', async () => {
    const { status, data } = await create({ code: ' Kopi-10 ' });
    expect(status).toBe(201);
    const now = new Date(service.now()).toISOString();
    expect(data).toEqual({
      id: expect.stringMatching(/^disc_[0-9A-Z]{26}$/),
      code: ' Kopi-10 ',
      kind: 'reusable',
      generation: null,
      status: 'active',
      name: null,
      description: null,
      title: null,
      type: 'percent',
      value: 10,
      currency: null,
      scope: 'cart',
      productIds: [],
      tagFilter: [],
      minPurchaseAmount: null,
      maxDiscountAmount: null,
      maxUsesTotal: null,
      maxUsesPerCustomer: null,
      customerEligibility: 'all',
      regions: null,
      combinesWith: [],
      startsAt: null,
      expiresAt: null,
      active: true,
      public: false,
      limitPolicy: 'honor',
      holdMinutes: 60,
      usesTotal: 0,
      holdsTotal: 0,
      metadata: {},
      version: 1,
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
    });
    expect((await service.ask('GET', `/v1/discount-codes/${data.id}`)).data).toEqual(data);
  });

  it('keeps every field that it is given', async () => {
    const fields = {
      kind: 'reusable',
      name: 'November',
      description: 'For coffee',
      title: '10% off',
      type: 'percent',
      value: 10.25,
      currency: 'IDR',
      scope: 'tags',
      tagFilter: ['coffee', 'tea'],
      minPurchaseAmount: 100_000,
      maxDiscountAmount: 50_000,
      maxUsesTotal: 500,
      maxUsesPerCustomer: 1,
      customerEligibility: 'new',
      regions: ['ID', 'ID-JK'],
      combinesWith: ['shipping', 'products'],
      startsAt: '2026-11-20T17:00:00.000Z',
      expiresAt: '2026-12-31T17:00:00.000Z',
      active: false,
      public: true,
      limitPolicy: 'hold',
      holdMinutes: 15,
      metadata: { campaign: 'nov', __x: '' },
    };
    expect((await create(fields)).data).toMatchObject({ ...fields, status: 'paused' });
  });

  it.each([
    ['scope all', { scope: 'all' }, { scope: 'cart' }],
    ['scope tag', { scope: 'tag', tagFilter: ['a', 'a'] }, { scope: 'tags', tagFilter: ['a'] }],
    ['a currency in lower case', { currency: 'usd' }, { currency: 'USD' }],
    ['regions in lower case, twice', { regions: ['id', 'ID', 'us-ca'] }, { regions: ['ID', 'US-CA'] }],
    ['no regions', { regions: [] }, { regions: null }],
    [
      'null for absent',
      { active: null, scope: null, title: null },
      { active: true, scope: 'cart', title: null },
    ],
    ['an offset', { expiresAt: '2027-01-01T00:00:00+07:00' }, { expiresAt: '2026-12-31T17:00:00.000Z' }],
    [
      'a last day in the workspace’s zone',
      { validThrough: '2026-12-31' },
      { expiresAt: '2026-12-31T17:00:00.000Z' },
    ],
    ['0.01 percent', { value: 0.01 }, { value: 0.01 }],
    ['100 percent', { value: 100 }, { value: 100 }],
    ['99.99 percent', { value: 99.99 }, { value: 99.99 }],
    ['10^12 rupiah', { type: 'fixed', value: 1e12, currency: 'IDR' }, { value: 1e12 }],
    ['free shipping', { type: 'shipping_percent', value: 100 }, { type: 'shipping_percent' }],
  ])('takes %s', async (_, given, kept) => {
    expect((await create(given)).data).toMatchObject(kept);
  });

  it('takes limit policy and hold time from the workspace', async () => {
    const body = { defaultLimitPolicy: 'hold', defaultHoldMinutes: 30 };
    await service.ask('PATCH', '/v1/workspace', { body });
    expect((await create()).data).toMatchObject({ limitPolicy: 'hold', holdMinutes: 30 });
    await service.ask('PATCH', '/v1/workspace', {
      body: { defaultLimitPolicy: 'honor', defaultHoldMinutes: 60 },
    });
  });

  it('refuses a second spelling of the same code, archived ones included', async () => {
    const { data } = await create({ code: 'Straße' });
    expect((await create({ code: 'STRASSE' })).error).toMatchObject({ code: 'CODE_EXISTS', field: 'code' });
    await service.ask('DELETE', `/v1/discount-codes/${data.id}`);
    expect((await create({ code: 'strasse' })).error?.code).toBe('CODE_EXISTS');
    const { secretKey } = await service.makeWorkspace();
    expect((await create({ code: 'strasse' }, secretKey)).status).toBe(201);
  });

  it('makes one of twenty at once', async () => {
    const code = newCode();
    const made = await Promise.all(Array.from({ length: 20 }, () => create({ code })));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(made.filter(({ error }) => error?.code === 'CODE_EXISTS')).toHaveLength(19);
  });
});

describe('changing a code', () => {
  it('changes what is named, steps the version and says when', async () => {
    const { data } = await create({ title: 'Ten', minPurchaseAmount: 5000, currency: 'IDR' });
    service.pass(1000);
    const changed = await patch(data.id, { value: 12.5, minPurchaseAmount: null });
    expect(changed.data).toEqual({
      ...data,
      value: 12.5,
      minPurchaseAmount: null,
      version: 2,
      updatedAt: new Date(service.now()).toISOString(),
    });
    expect((await service.ask('GET', `/v1/discount-codes/${data.id}`)).data).toEqual(changed.data);
  });

  it('that changes nothing steps no version and tells nobody', async () => {
    const { data } = await create({ title: 'Ten', tagFilter: ['a'], scope: 'tags' });
    const same = await patch(data.id, {
      title: 'Ten',
      value: 10,
      scope: 'tag',
      tagFilter: ['a'],
      code: data.code,
    });
    expect(same.data).toEqual(data);
    expect(await eventsOf(data.id)).toEqual(['discount_code.created']);
  });

  it.each<[string, object, object, string]>([
    ['the code', {}, { code: 'OTHER' }, 'code'],
    ['the code’s spelling', { code: 'Spelled' }, { code: 'SPELLED' }, 'code'],
  ])('never changes %s', async (_, fields, change, field) => {
    const { data } = await create(fields);
    expect((await patch(data.id, change)).error).toMatchObject({ code: 'FIELD_IMMUTABLE', field });
  });

  it('changes the type until somebody used it', async () => {
    const { data } = await create();
    expect((await patch(data.id, { type: 'fixed' })).error?.field).toBe('value');
    const fixed = await patch(data.id, { type: 'fixed', value: 5000, currency: 'IDR' });
    expect(fixed.data).toMatchObject({ type: 'fixed', value: 5000 });
    await service.ask('POST', '/v1/discount-codes/lock', {
      body: { code: data.code, ...cart, orderId: `o-${data.id}` },
    });
    const late = await patch(data.id, { type: 'percent', value: 5 });
    expect(late.error).toMatchObject({ code: 'FIELD_IMMUTABLE', field: 'type' });
    expect((await patch(data.id, { type: 'fixed', value: 6000 })).data.value).toBe(6000);
  });

  it('holds the whole to its laws, not the change alone', async () => {
    const { data } = await create({ type: 'fixed', value: 5000, currency: 'IDR' });
    expect((await patch(data.id, { currency: null })).error?.field).toBe('currency');
    expect((await patch(data.id, { value: 10.5 })).error?.field).toBe('value');
    expect((await patch(data.id, { scope: 'products' })).error?.field).toBe('productIds');
    expect((await patch(data.id, { colour: 'red' })).error?.field).toBe('colour');
    expect((await service.ask('GET', `/v1/discount-codes/${data.id}`)).data).toEqual(data);
  });

  it('drops the list of a scope that it leaves', async () => {
    const { data } = await create({ scope: 'products', productIds: ['a'] });
    const changed = await patch(data.id, { scope: 'tags', tagFilter: ['x'] });
    expect(changed.data).toMatchObject({ scope: 'tags', productIds: [], tagFilter: ['x'] });
    expect((await patch(data.id, { scope: 'cart' })).data).toMatchObject({ scope: 'cart', tagFilter: [] });
  });

  it('keeps every one of twenty changes at once', async () => {
    const { data } = await create();
    const values = Array.from({ length: 20 }, (_, index) => index + 20);
    const all = await Promise.all(values.map((value) => patch(data.id, { value })));
    expect(new Set(all.map(({ data: { version } }) => version)).size).toBe(20);
    expect((await service.ask('GET', `/v1/discount-codes/${data.id}`)).data.version).toBe(21);
  });

  it('is felt by the next validation', async () => {
    const { data } = await create();
    const validate = async () =>
      (await service.ask('POST', '/v1/discount-codes/validate', { body: { code: data.code, ...cart } })).data;
    expect((await validate()).discountAmount).toBe(10_000);
    await patch(data.id, { value: 20 });
    expect((await validate()).discountAmount).toBe(20_000);
    await patch(data.id, { active: false });
    expect((await validate()).reason).toBe('INACTIVE');
  });
});

describe('archiving a code', () => {
  it('stamps it, ends it and keeps it, once', async () => {
    const { data } = await create();
    const archived = await service.ask('DELETE', `/v1/discount-codes/${data.id}`);
    const archivedAt = new Date(service.now()).toISOString();
    expect(archived.data).toMatchObject({ active: false, status: 'archived', archivedAt, version: 2 });
    service.pass(5000);
    expect((await service.ask('DELETE', `/v1/discount-codes/${data.id}`)).data).toEqual(archived.data);
    expect(await eventsOf(data.id)).toEqual(['discount_code.created', 'discount_code.archived']);
    const body = { code: data.code, ...cart };
    const { data: verdict } = await service.ask('POST', '/v1/discount-codes/validate', { body });
    expect(verdict).toMatchObject({ applies: false, reason: 'INACTIVE' });
    expect((await patch(data.id, { active: true })).error?.code).toBe('FIELD_IMMUTABLE');
  });
});

describe('every change', () => {
  it('stands in the audit log with who, before and after', async () => {
    const { data } = await create();
    const { data: after } = await patch(data.id, { value: 20 });
    const { data: log } = await service.ask('GET', `/v1/audit-log?target=${data.id}`);
    expect(log.items).toEqual([
      expect.objectContaining({ action: 'discount_code.updated', before: data, after }),
      expect.objectContaining({ action: 'discount_code.created', before: null, after: data }),
    ]);
    expect(log.items[0].actor).toEqual({
      kind: 'api_key',
      id: expect.stringMatching(/^ak_/),
      name: 'test',
    });
    const byActor = await service.ask('GET', `/v1/audit-log?actor=${log.items[0].actor.id}&limit=1`);
    expect(byActor.data.items).toHaveLength(1);
    const later = new Date(service.now() + 1).toISOString();
    expect((await service.ask('GET', `/v1/audit-log?from=${later}`)).data.items).toEqual([]);
  });
});

async function eventsOf(id: string): Promise<string[]> {
  const rows = await service.deps.storage.reader.selectFrom('events').selectAll().orderBy('id').execute();
  return rows
    .filter(({ data }) => (JSON.parse(data) as { discountCode?: { id: string } }).discountCode?.id === id)
    .map(({ type }) => type);
}

describe('the list', () => {
  let shop: { secretKey: string };
  const list = async (query = '') =>
    (await service.ask('GET', `/v1/discount-codes?${query}`, { key: shop.secretKey })).data;
  const codesOf = async (query: string) =>
    (await list(query)).items.map(({ code }: { code: string }) => code).sort();
  const inDays = (days: number) => new Date(service.now() + days * 86_400_000).toISOString();

  beforeEach(async () => {
    shop = await service.makeWorkspace();
  });

  it('is newest first, in pages that inserts do not shift', async () => {
    for (let index = 0; index < 7; index += 1) await create({ code: `P${index}` }, shop.secretKey);
    const first = await list('limit=3');
    await create({ code: 'P7' }, shop.secretKey);
    const second = await list(`limit=3&cursor=${first.nextCursor}`);
    const third = await list(`limit=3&cursor=${second.nextCursor}`);
    const seen = [first, second, third].flatMap(({ items }) =>
      items.map(({ code }: { code: string }) => code),
    );
    expect(seen).toEqual(['P6', 'P5', 'P4', 'P3', 'P2', 'P1', 'P0']);
    expect([first.hasMore, second.hasMore, third.hasMore]).toEqual([true, true, false]);
    expect(third.nextCursor).toBeNull();
  });

  it('is 50 long unless asked otherwise', async () => {
    await Promise.all(
      Array.from({ length: 55 }, (_, index) => create({ code: `L${index}` }, shop.secretKey)),
    );
    expect((await list()).items).toHaveLength(50);
    expect((await list('limit=100')).items).toHaveLength(55);
  });

  it('filters by status, the first that fits', async () => {
    const make = (code: string, fields: object) => create({ code, ...fields }, shop.secretKey);
    await make('ACTIVE', {});
    await make('SCHEDULED', { startsAt: inDays(1) });
    await make('PAUSED', { active: false, startsAt: inDays(1) });
    await make('EXPIRED', { expiresAt: inDays(1) });
    await make('USED', { maxUsesTotal: 1 });
    const { data: archived } = await make('ARCHIVED', {});
    await service.ask('DELETE', `/v1/discount-codes/${archived.id}`, { key: shop.secretKey });
    const body = { code: 'USED', ...cart, orderId: 'one' };
    await service.ask('POST', '/v1/discount-codes/redeem', { key: shop.secretKey, body });
    service.pass(86_400_000);
    for (const status of ['active', 'scheduled', 'paused', 'expired', 'used_up', 'archived']) {
      const { items } = await list(`status=${status}`);
      expect(items.map((item: { status: string }) => item.status)).toEqual(items.map(() => status));
    }
    expect(await codesOf('status=used_up')).toEqual(['USED']);
    expect(await codesOf('status=expired')).toEqual(['EXPIRED']);
    expect(await codesOf('status=active')).toEqual(['ACTIVE', 'SCHEDULED']);
    expect(await codesOf('active=false')).toEqual(['ARCHIVED', 'PAUSED']);
  });

  it('filters by what is over soon', async () => {
    const make = (code: string, days: number) => create({ code, expiresAt: inDays(days) }, shop.secretKey);
    await make('TODAY', 0.5);
    await make('WEEK', 6);
    await make('MONTH', 30);
    expect(await codesOf('expiringWithin=12h')).toEqual(['TODAY']);
    expect(await codesOf('expiringWithin=7d')).toEqual(['TODAY', 'WEEK']);
  });

  it('searches code, name and title, and takes no pattern', async () => {
    await create({ code: 'KOPI10', name: 'Gayo' }, shop.secretKey);
    await create({ code: 'TEH', title: '50% off Kopi' }, shop.secretKey);
    await create({ code: 'A_B' }, shop.secretKey);
    expect(await codesOf('q=kopi')).toEqual(['KOPI10', 'TEH']);
    expect(await codesOf('q=gAyO')).toEqual(['KOPI10']);
    expect(await codesOf('q=50%25')).toEqual(['TEH']);
    expect(await codesOf('q=_')).toEqual(['A_B']);
    expect(await codesOf('q=%25')).toEqual(['TEH']);
  });
});
