import { sql } from 'kysely';
import { expect } from 'vitest';
import { auditCounters } from '../../../server/src/services/audit-counters.js';
import type { OpenHome } from './fault-home.js';
import type { ShopRecord } from './shop-process-pool.js';

/** Nothing of the ledger may be half there: no drift, and with every change its event, its audit row and its kept answer. */
export async function checkLedger({ deps, workspaceId }: OpenHome): Promise<void> {
  const { drift } = await auditCounters(deps);
  expect(drift).toEqual([]);
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from redemptions where workspace_id = ${workspaceId} and status <> 'locked')
        as finished,
      (select count(*) from audit_log where workspace_id = ${workspaceId}
        and action in ('redemption.redeemed', 'redemption.released')) as audited,
      (select count(*) from events where workspace_id = ${workspaceId}
        and type in ('discount_code.redeemed', 'discount_code.released')) as told,
      (select count(*) from redemptions where workspace_id = ${workspaceId}) as changed,
      (select count(*) from audit_log where workspace_id = ${workspaceId} and action like 'redemption.%')
        as all_audited,
      (select count(*) from idempotency_keys where workspace_id = ${workspaceId} and status < 300)
        as all_kept`.execute(deps.storage.reader);
  const [found] = rows;
  expect(found?.audited).toBe(found?.finished);
  expect(found?.told).toBe(found?.finished);
  expect(found?.all_kept).toBe(found?.all_audited);
}

/**
 * Holds a killed process to what it had answered: every answer is kept, byte for byte; what it had not answered can be asked
 * again and is then done once.
 */
export async function checkRecord(
  home: OpenHome,
  { calls, answers }: Pick<ShopRecord, 'calls' | 'answers'>,
): Promise<void> {
  await checkLedger(home);
  for (const call of calls) {
    const told = answers.get(call.key);
    const now = await home.make(call);
    if (told !== undefined)
      expect({ ...now, key: call.key }).toEqual({ ...told, replayed: true, key: call.key });
    else expect(now.status, now.body).toBeLessThan(300);
  }
  await checkLedger(home);
  await expectOneUseAnOrder(home, calls);
}

/** Holds a copy of a database to the answers that were given by then; it may know more. */
export async function checkAnswers(
  home: OpenHome,
  { calls, answers }: Pick<ShopRecord, 'calls' | 'answers'>,
): Promise<void> {
  await checkLedger(home);
  for (const call of calls) {
    const told = answers.get(call.key);
    if (told !== undefined) expect(await home.make(call)).toEqual({ ...told, replayed: true });
  }
}

async function expectOneUseAnOrder(
  { deps, workspaceId }: OpenHome,
  calls: ShopRecord['calls'],
): Promise<void> {
  const ended = (verb: string, status: string) =>
    calls.filter(({ key }) => key.endsWith(verb)).map(({ key }) => `${key.slice(0, -verb.length)} ${status}`);
  const expected = [...ended('-redeem', 'redeemed'), ...ended('-release', 'released')].sort();
  if (expected.length === 0) return;
  const round = `${expected[0]?.split('-')[0] ?? ''}-`;
  const rows = await deps.storage.reader
    .selectFrom('redemptions')
    .select(['external_ref', 'status'])
    .where('workspace_id', '=', workspaceId)
    .where('external_ref', 'like', `${round}%`)
    .where('status', '<>', 'locked')
    .execute();
  expect(rows.map(({ external_ref, status }) => `${external_ref} ${status}`).sort()).toEqual(expected);
}
