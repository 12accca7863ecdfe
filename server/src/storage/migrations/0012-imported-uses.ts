import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Uses that another system had counted before a code came here. */
export async function addImportedUses(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .alterTable('discount_code_usage')
    .addColumn('imported_uses', types.integer, (column) => column.notNull().defaultTo(0))
    .execute();
}
