import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Which code a delivery tells of; null in those from before, and where it tells of none. */
export async function addEventsOfCodes(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('webhook_deliveries').addColumn('discount_code_id', types.key).execute();
  await db.schema
    .createIndex('webhook_deliveries_by_code')
    .on('webhook_deliveries')
    .columns(['workspace_id', 'discount_code_id', 'event_id'])
    .where(sql.ref('discount_code_id'), 'is not', null)
    .execute();
}
