import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswers } from '../../server/src/files/answers/read-answers.js';
import { auditCounters } from '../../server/src/services/audit-counters.js';
import type { FileRow } from '../../server/src/services/import/file-row.js';
import { importDiscountCodes } from '../../server/src/services/import/import-discount-codes.js';
import { openTestService, type TestService } from '../http/support/test-service.js';
import { riplloClient } from './support/ripllo-client.js';

let old: TestService;
let next: TestService;
beforeAll(async () => {
  old = await openTestService();
  next = await openTestService();
});
afterAll(async () => {
  await old.close();
  await next.close();
});

/** Takes the rows over into the new service; its report. */
async function takeOver(rows: readonly FileRow[]) {
  const workspace = await next.deps.directory.findWorkspace(next.id);
  if (workspace === undefined) throw new Error('the workspace is gone');
  async function* file() {
    yield* rows;
  }
  const actor = { kind: 'system', id: null } as const;
  const outcome = await importDiscountCodes(
    { ...next.deps, workspace, actor },
    { file: file(), onError: 'fail', dryRun: false },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

describe('a merchant who comes from Ripllo', () => {
  it('keeps the codes with their counters, and their caps go on from there', async () => {
    const ripllo = riplloClient(old, await old.makeKey('signed', ['admin']));
    const body = { code: 'LAMA', type: 'percent', value: 10, currency: 'IDR', maxUsesTotal: 3 };
    await ripllo('POST', '/discount-codes', { body });
    for (const orderId of ['a', 'b']) {
      const order = { code: 'LAMA', orderId, subtotal: 100_000, currency: 'IDR' };
      await ripllo('POST', '/discount-codes/redeem', { body: order });
    }
    const saved = await ripllo('GET', '/discount-codes?limit=100');

    const rows = readAnswers(saved.text, 'ripllo');
    expect(await takeOver(rows)).toMatchObject({ rows: 1, created: 1, faulty: 0 });
    const { data } = await next.ask('GET', '/v1/discount-codes');
    expect(data.items).toMatchObject([{ code: 'LAMA', usesTotal: 2, maxUsesTotal: 3 }]);

    const redeem = (orderId: string) =>
      next.ask('POST', '/v1/discount-codes/redeem', {
        body: { code: 'LAMA', orderId, subtotal: 100_000, currency: 'IDR' },
      });
    expect((await redeem('c')).status).toBe(201);
    expect((await redeem('d')).error?.code).toBe('MAX_USES_REACHED');
    expect((await auditCounters(next.deps)).drift).toEqual([]);
    expect(await takeOver(rows)).toMatchObject({ rows: 1, created: 0, unchanged: 1, faulty: 0 });
  });
});
