import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Where a shop shows its orders. */
export async function addOrderUrlTemplate(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('workspaces').addColumn('order_url_template', types.text).execute();
}
