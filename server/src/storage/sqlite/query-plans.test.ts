import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorage } from '../open-storage.js';
import { listAuditRows } from '../repositories/audit-log.js';
import { findCodeFacts } from '../repositories/code-facts.js';
import {
  findPlaceBehind,
  listDiscountCodes,
  listDiscountCodesByPrefix,
} from '../repositories/discount-code-list.js';
import { listPublicDiscountCodes } from '../repositories/discount-codes.js';
import { countDueHolds, listDueHolds, listDueHoldsOfCode } from '../repositories/holds.js';
import { listOneTimeStrings } from '../repositories/one-time-strings.js';
import { listPaidRedemptionRows, listRedemptionRows } from '../repositories/redemption-list.js';
import { listOrderRedemptions } from '../repositories/redemptions.js';
import { listDueEndpoints } from '../repositories/webhook-endpoints.js';
import { listDeliveriesOfEvents, listWebhookEventRows } from '../repositories/webhook-events.js';
import { purgeWebhookLog } from '../repositories/webhook-log.js';
import { hasMarkedEvents } from '../repositories/webhook-outbox.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { Tables } from '../tables.js';
import { openConnection, type SqliteConnection } from './connection.js';
import { sqliteDialect } from './dialect.js';

// With millions of rows a list is only quick where an index bounds what is walked: each query names the one it must take.

let folder: string;
let connection: SqliteConnection;
let reader: Reader;
let plan: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'query-plans-'));
  const path = join(folder, 'hemat.db');
  const storage = await openStorage(`sqlite:${path}`);
  await storage.migrate();
  await storage.close();
  connection = openConnection(path, { mode: 'migrate', busyTimeout: 0 });
  const explained: SqliteConnection = {
    ...connection,
    executeQuery: async (query) => {
      const rows = connection.database.prepare(`explain query plan ${query.sql}`).all(...query.parameters);
      // SQLite's own shape of a plan.
      plan = (rows as { detail: string }[]).map(({ detail }) => detail);
      return { rows: [] };
    },
  };
  reader = new Kysely<Tables>({ dialect: sqliteDialect(explained) });
});
afterAll(() => {
  connection.database.close();
  rmSync(folder, { recursive: true });
});

const page = { workspaceId: 'usr_1', limit: 50 };
const after = { createdAt: 1, id: 'x' };
const code = { workspaceId: 'usr_1', discountCodeId: 'disc_1', now: 1 };
const order = { workspaceId: 'usr_1', externalSource: 'default', externalRef: 'o-1' };
const primaryKey = 'sqlite_autoindex_redemptions_2 (workspace_id=?';

const queries: readonly [string, () => Promise<unknown>, string][] = [
  ['the ledger', () => listRedemptionRows(reader, { ...page, after }), `${primaryKey} AND id<?)`],
  [
    'the ledger of a code',
    () => listRedemptionRows(reader, { ...page, after, discountCodeId: 'disc_1' }),
    'redemptions_by_code (workspace_id=? AND discount_code_id=? AND id<?)',
  ],
  [
    'the ledger in a rare state',
    () => listRedemptionRows(reader, { ...page, status: 'expired' }),
    'redemptions_by_status (workspace_id=? AND status=?)',
  ],
  [
    'the ledger of an order',
    () => listRedemptionRows(reader, { ...page, externalRef: 'o-1' }),
    `${primaryKey} AND id=?)`,
  ],
  [
    'the ledger of a time',
    () => listRedemptionRows(reader, { ...page, from: 1, to: 2 }),
    `${primaryKey} AND id>? AND id<?)`,
  ],
  [
    'what was paid in a time',
    () => listPaidRedemptionRows(reader, { ...page, externalSource: 'default', from: 1, to: 2 }),
    'redemptions_by_payment (workspace_id=? AND redeemed_at>? AND redeemed_at<?)',
  ],
  [
    'the rows of an order',
    () => listOrderRedemptions(reader, order),
    '(workspace_id=? AND external_ref=? AND external_source=?)',
  ],
  [
    'holds that are over',
    () => listDueHolds(reader, { now: 1, limit: 9 }),
    'redemptions_by_hold (hold_expires_at>?',
  ],
  [
    'holds of a code that are over',
    () => listDueHoldsOfCode(reader, { ...code, stringKey: null, limit: 9 }),
    'redemptions_by_code_hold (workspace_id=? AND discount_code_id=? AND hold_expires_at>?',
  ],
  [
    'how many holds of a code are over',
    () => countDueHolds(reader, { ...code, customerId: 'c' }),
    'redemptions_by_code_hold (workspace_id=? AND discount_code_id=? AND hold_expires_at>?',
  ],
  [
    'a code by its key',
    () => findCodeFacts(reader, { workspaceId: 'usr_1', key: 'K', customerId: 'c' }),
    '(workspace_id=? AND canonical_key=?)',
  ],
  [
    'holds of a one-time string that are over',
    () => listDueHoldsOfCode(reader, { ...code, stringKey: 'K', limit: 9 }),
    'redemptions_by_string (workspace_id=? AND string_key=?',
  ],
  [
    'a one-time string by its key',
    () => findCodeFacts(reader, { workspaceId: 'usr_1', key: 'K', customerId: 'c' }),
    'SEARCH one_time_strings USING INDEX sqlite_autoindex_one_time_strings_1 (workspace_id=? AND canonical_key=?)',
  ],
  [
    'the strings of a batch',
    () => listOneTimeStrings(reader, { ...page, discountCodeId: 'disc_1', after: 9 }),
    '(workspace_id=? AND discount_code_id=? AND position>?)',
  ],
  [
    'the used strings of a batch',
    () => listOneTimeStrings(reader, { ...page, discountCodeId: 'disc_1', after: 9, state: 'used' }),
    'one_time_strings_taken (workspace_id=? AND discount_code_id=? AND position>?)',
  ],
  [
    'the redemptions of a one-time string',
    () => listRedemptionRows(reader, { ...page, stringKey: 'K' }),
    `${primaryKey} AND id=?)`,
  ],
  [
    'the codes',
    () => listDiscountCodes(reader, { ...page, now: 1, after }),
    'discount_codes_newest (workspace_id=? AND (created_at,id)<(?,?))',
  ],
  [
    'a span of the codes',
    () => listDiscountCodes(reader, { ...page, now: 1, after, downTo: after, status: 'archived' }),
    'discount_codes_newest (workspace_id=? AND (created_at,id)>(?,?) AND (created_at,id)<(?,?))',
  ],
  [
    'the end of a span of the codes',
    () => findPlaceBehind(reader, { workspaceId: 'usr_1', after, count: 9 }),
    'discount_codes_newest (workspace_id=? AND (created_at,id)<(?,?))',
  ],
  [
    'the codes that begin so',
    () => listDiscountCodesByPrefix(reader, { ...page, now: 1 }, 'K'),
    '(workspace_id=? AND canonical_key>? AND canonical_key<?)',
  ],
  [
    'the public codes',
    () => listPublicDiscountCodes(reader, { ...page, now: 1 }),
    'discount_codes_public (workspace_id=?)',
  ],
  [
    'the audit log of a member',
    () => listAuditRows(reader, { ...page, beforeId: 'x', actorId: 'mem_1' }),
    'audit_log_by_member (workspace_id=? AND actor_id=? AND id<?)',
  ],
  [
    'the audit log of a week',
    () => listAuditRows(reader, { ...page, from: 1, to: 2 }),
    'sqlite_autoindex_audit_log_1 (workspace_id=? AND id>? AND id<?)',
  ],
  ['events for webhooks', () => hasMarkedEvents(reader), 'events_for_webhooks'],
  [
    'endpoints that have something due',
    () => listDueEndpoints(reader, 1),
    'webhook_deliveries_due (workspace_id=? AND endpoint_id=? AND due_at<?)',
  ],
  [
    'events that failed',
    () => listWebhookEventRows(reader, { ...page, status: 'failed', beforeId: 'z' }),
    'webhook_deliveries_by_status (workspace_id=? AND status=? AND event_id<?)',
  ],
  [
    'events of a type',
    () => listWebhookEventRows(reader, { ...page, type: 'discount_code.redeemed' }),
    'webhook_deliveries_by_type (workspace_id=? AND event_type=?)',
  ],
  [
    'what became of events',
    () => listDeliveriesOfEvents(reader, 'usr_1', ['evt_1', 'evt_2']),
    'webhook_deliveries USING PRIMARY KEY (workspace_id=? AND event_id=?)',
  ],
  [
    'events of an endpoint',
    () => listWebhookEventRows(reader, { ...page, endpointId: 'whep_1', beforeId: 'z' }),
    'webhook_deliveries_by_endpoint (workspace_id=? AND endpoint_id=? AND event_id<?)',
  ],
  [
    'old deliveries',
    // Nothing is run here: the plan alone is asked for.
    () => purgeWebhookLog(reader as WriteTransaction, { before: 1, limit: 9 }),
    'webhook_attempts_by_time (requested_at<?)',
  ],
  [
    'the audit log of an object',
    () => listAuditRows(reader, { ...page, targetId: 'x', beforeId: 'z' }),
    'audit_log_by_target (workspace_id=? AND target_id=? AND id<?)',
  ],
];

it.each(queries)('finds %s by an index', async (_, query, index) => {
  await query();
  expect(plan.join('\n')).toContain(index);
  expect(plan.join('\n')).not.toMatch(
    /\bSCAN (redemptions|discount_codes|one_time_strings|audit_log|orders|webhook_deliveries|webhook_attempts)\b/,
  );
});
