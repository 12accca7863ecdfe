import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** How often was asked, where several processes count together; the columns and their order are the limiter's own. */
export async function createRateLimits(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'rate_limits',
    columns: { key: 'key', points: 'integer', expire: 'integer' },
    primaryKey: ['key'],
    rows: 'wide',
    mayForget: true,
  });
  await db.schema.createIndex('rate_limits_by_expiry').on('rate_limits').columns(['expire']).execute();
}
