import type { Migration } from 'kysely';
import { createWorkspaces } from './0001-workspaces.js';
import { createDiscountCodes } from './0002-discount-codes.js';
import { createLedger } from './0003-ledger.js';
import { createRecords } from './0004-records.js';
import { createRateLimits } from './0005-rate-limits.js';
import { createWebhooks } from './0006-webhooks.js';
import { createMembers } from './0007-members.js';
import { createOneTimeStrings } from './0008-one-time-strings.js';
import { createAuditOfMembers } from './0009-audit-of-members.js';
import { createPartnerAccounts } from './0010-partner-accounts.js';
import { createDailyStats } from './0011-daily-stats.js';
import { addImportedUses } from './0012-imported-uses.js';
import { createCodeImports } from './0013-code-imports.js';
import { addOrderUrlTemplate } from './0014-order-url-template.js';
import { addEventsOfCodes } from './0015-events-of-codes.js';
import { indexDueDeliveries } from './0016-due-deliveries.js';
import type { ColumnTypes } from './column-types.js';

/** Every migration by name, in order. One that was released never changes. */
export function migrationsFor(types: ColumnTypes): Record<string, Migration> {
  return {
    '0001-workspaces': { up: (db) => createWorkspaces(db, types) },
    '0002-discount-codes': { up: (db) => createDiscountCodes(db, types) },
    '0003-ledger': { up: (db) => createLedger(db, types) },
    '0004-records': { up: (db) => createRecords(db, types) },
    '0005-rate-limits': { up: (db) => createRateLimits(db, types) },
    '0006-webhooks': { up: (db) => createWebhooks(db, types) },
    '0007-members': { up: (db) => createMembers(db, types) },
    '0008-one-time-strings': { up: (db) => createOneTimeStrings(db, types) },
    '0009-audit-of-members': { up: (db) => createAuditOfMembers(db) },
    '0010-partner-accounts': { up: (db) => createPartnerAccounts(db, types) },
    '0011-daily-stats': { up: (db) => createDailyStats(db, types) },
    '0012-imported-uses': { up: (db) => addImportedUses(db, types) },
    '0013-code-imports': { up: (db) => createCodeImports(db, types) },
    '0014-order-url-template': { up: (db) => addOrderUrlTemplate(db, types) },
    '0015-events-of-codes': { up: (db) => addEventsOfCodes(db, types) },
    '0016-due-deliveries': { up: (db) => indexDueDeliveries(db) },
  };
}
