import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../http/support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const csv = { 'content-type': 'text/csv; charset=utf-8' };
const upload = (body: string, query = '', headers: Record<string, string> = csv, key?: string) =>
  service.ask('POST', `/v1/discount-codes/import${query}`, { body, headers, ...(key && { key }) });
const rows = (...lines: string[]) => ['code,type,value', ...lines].join('\n');

describe('a file of codes that is sent', () => {
  it('makes its codes, which work at once, and comes back from the export unchanged', async () => {
    const { status, data } = await upload(rows('FILE1,percent,10', 'FILE2,percent,20'));
    expect([status, data]).toEqual([
      200,
      { dryRun: false, rows: 2, created: 2, unchanged: 0, faulty: 0, faults: [] },
    ]);
    const verdict = await service.ask('POST', '/v1/discount-codes/validate', {
      body: { code: 'file2', currency: 'IDR', subtotal: 100_000 },
    });
    expect(verdict.data).toMatchObject({ applies: true, discountAmount: 20_000 });
    const file = await service.ask('GET', '/v1/discount-codes/export');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="discount-codes.csv"');
    expect(file.headers.get('cache-control')).toBe('no-store');
    const other = await service.makeWorkspace();
    expect((await upload(file.text, '', csv, other.secretKey)).data).toMatchObject({ created: 2 });
    const again = await service.ask('GET', '/v1/discount-codes/export', { key: other.secretKey });
    expect(again.text).toBe(file.text);
  });

  it('with a fault is refused as a whole, each fault named', async () => {
    const { status, error } = await upload(rows('OK1,percent,10', 'NO1,percent,1000'));
    expect([status, error?.code, error?.field]).toEqual([400, 'VALIDATION_ERROR', 'value']);
    expect(error?.details).toEqual([
      expect.objectContaining({ path: 'rows.3.value', row: 3, field: 'value', code: 'custom' }),
    ]);
    expect((await service.ask('GET', '/v1/discount-codes?q=OK1')).data.items).toEqual([]);
    expect(
      (await upload(rows('OK1,percent,10', 'NO1,percent,1000'), '?onError=skip&dryRun=true')).data,
    ).toMatchObject({ dryRun: true, created: 1, faulty: 1 });
    expect((await upload(rows('OK1,percent,10', 'NO1,percent,1000'), '?onError=skip')).data).toMatchObject({
      dryRun: false,
      created: 1,
      faulty: 1,
    });
  });

  it('is taken once under an Idempotency-Key, and its answer repeated', async () => {
    const headers = { ...csv, 'idempotency-key': 'file-1' };
    const first = await upload(rows('ONCE1,percent,10'), '', headers);
    const second = await upload(rows('ONCE1,percent,10'), '', headers);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect((await upload(rows('OTHER1,percent,10'), '', headers)).error?.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('may be JSON documents, one a line', async () => {
    const line = JSON.stringify({ code: 'LINE1', type: 'fixed', value: 5_000, currency: 'IDR' });
    const { data } = await upload(line, '', { 'content-type': 'application/x-ndjson' });
    expect(data).toMatchObject({ rows: 1, created: 1 });
  });

  it.each([
    ['JSON', { 'content-type': 'application/json' }],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a compressed one', { ...csv, 'content-encoding': 'gzip' }],
  ])('is refused as %s', async (_, headers) => {
    expect((await upload(rows('X,percent,1'), '', headers)).error?.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('may have 10 MB and not a byte more', async () => {
    const head = rows('');
    const filled = head + '\n'.repeat(10 * 1024 * 1024 - head.length);
    expect((await upload(filled)).data).toMatchObject({ rows: 0 });
    expect((await upload(`${filled}\n`)).error?.code).toBe('BODY_TOO_LARGE');
  });

  it('needs the scope manage, its export read, both the module', async () => {
    const { secret: reader } = await service.makeKey('bearer', ['read']);
    const { secret: manager } = await service.makeKey('bearer', ['manage']);
    expect((await upload(rows('S1,percent,1'), '', csv, reader)).error?.code).toBe('FORBIDDEN');
    expect((await upload(rows('S1,percent,1'), '', csv, manager)).status).toBe(200);
    expect((await service.ask('GET', '/v1/discount-codes/export', { key: reader })).status).toBe(200);
    const off = await service.makeWorkspace();
    await service.ask('PATCH', '/v1/modules', { key: off.secretKey, body: { marketing: false } });
    expect((await upload(rows('S1,percent,1'), '', csv, off.secretKey)).status).toBe(409);
  });

  it('takes no unknown answer to a fault', async () => {
    expect((await upload(rows('Q1,percent,1'), '?onError=ignore')).error).toMatchObject({ field: 'onError' });
  });
});

describe('the strings of a batch', () => {
  it('are made by the service itself, listed page by page, and streamed as a file whose taking is written down', async () => {
    const { data: batch } = await service.ask('POST', '/v1/discount-codes', {
      body: { kind: 'onetime', count: 2_100, type: 'percent', value: 10, prefix: 'FILE' },
    });
    expect(batch.generation).toEqual({ status: 'running', done: 0, total: 2_100 });
    const { generateStrings } = await import('../../server/src/services/one-time/generate-strings.js');
    while ((await generateStrings(service.deps, 'test')) > 0);
    const page = await service.ask('GET', `/v1/discount-codes/${batch.id}/strings?limit=2`);
    expect(page.data).toMatchObject({ hasMore: true, items: [{ state: 'unused' }, { state: 'unused' }] });
    const next = await service.ask(
      'GET',
      `/v1/discount-codes/${batch.id}/strings?limit=2&cursor=${page.data.nextCursor}`,
    );
    const used = next.data.items[0].code;
    await service.ask('POST', '/v1/discount-codes/redeem', {
      body: { orderId: 'file-1', code: used, currency: 'IDR', subtotal: 100_000 },
    });
    const taken = await service.ask('GET', `/v1/discount-codes/${batch.id}/strings?state=used`);
    const { takenAt, ...rest } = taken.data.items[0];
    expect([taken.data.items.length, rest]).toMatchObject([
      1,
      { code: used, state: 'used', orderId: 'file-1' },
    ]);
    const odd = await service.ask('GET', `/v1/discount-codes/${batch.id}/strings?code=%00%ff`);
    expect(odd.status).toBeLessThan(500);
    const headers = { accept: 'text/csv' };
    const file = await service.ask('GET', `/v1/discount-codes/${batch.id}/strings`, { headers });
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('code,state,orderId,takenAt');
    expect([lines.length, lines[3]]).toEqual([2_101, `${used},used,file-1,${takenAt}`]);
    const log = await service.ask('GET', `/v1/audit-log?target=${batch.id}`);
    expect(log.data.items[0].action).toBe('discount_code.strings_exported');
  });

  it('are another workspace’s 404, and nothing for a code that is no batch', async () => {
    const other = await service.makeWorkspace();
    const { id } = await service.makeCode();
    expect((await service.ask('GET', `/v1/discount-codes/${id}/strings`)).data.items).toEqual([]);
    for (const accept of ['application/json', 'text/csv']) {
      const how = { key: other.secretKey, headers: { accept } };
      expect((await service.ask('GET', `/v1/discount-codes/${id}/strings`, how)).status).toBe(404);
    }
  });
});
