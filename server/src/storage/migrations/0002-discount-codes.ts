import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Discount codes, and their hot counters apart. */
export async function createDiscountCodes(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createDiscountCodesTable(db, types);
  await createUsageTable(db, types);
}

async function createDiscountCodesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('discount_codes')
    .addColumn('workspace_id', types.key, (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', types.key, (column) => column.notNull())
    .addColumn('code', types.text, (column) => column.notNull())
    .addColumn('canonical_key', types.key, (column) => column.notNull())
    .addColumn('kind', types.text, (column) => column.notNull())
    .addColumn('name', types.text)
    .addColumn('description', types.text)
    .addColumn('title', types.text)
    .addColumn('type', types.text, (column) => column.notNull())
    .addColumn('value_basis_points', types.integer)
    .addColumn('value_amount', types.integer)
    .addColumn('currency', types.text)
    .addColumn('scope', types.text, (column) => column.notNull())
    .addColumn('product_ids', types.text, (column) => column.notNull())
    .addColumn('tag_filter', types.text, (column) => column.notNull())
    .addColumn('min_purchase_amount', types.integer)
    .addColumn('max_discount_amount', types.integer)
    .addColumn('max_uses_total', types.integer)
    .addColumn('max_uses_per_customer', types.integer)
    .addColumn('customer_eligibility', types.text, (column) => column.notNull())
    .addColumn('regions', types.text)
    .addColumn('combines_with', types.text, (column) => column.notNull())
    .addColumn('starts_at', types.integer)
    .addColumn('expires_at', types.integer)
    .addColumn('active', types.integer, (column) => column.notNull())
    .addColumn('public', types.integer, (column) => column.notNull())
    .addColumn('limit_policy', types.text, (column) => column.notNull())
    .addColumn('hold_minutes', types.integer, (column) => column.notNull())
    .addColumn('metadata', types.text, (column) => column.notNull())
    .addColumn('version', types.integer, (column) => column.notNull())
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addColumn('updated_at', types.integer, (column) => column.notNull())
    .addColumn('archived_at', types.integer)
    .addPrimaryKeyConstraint('discount_codes_pk', ['workspace_id', 'id'])
    .addUniqueConstraint('discount_codes_by_key', ['workspace_id', 'canonical_key'])
    .modifyEnd(types.wideTable)
    .execute();
  await db.schema
    .createIndex('discount_codes_newest')
    .on('discount_codes')
    .columns(['workspace_id', 'created_at', 'id'])
    .execute();
  await db.schema
    .createIndex('discount_codes_public')
    .on('discount_codes')
    .columns(['workspace_id', 'created_at', 'id'])
    .where(sql.ref('public'), '=', sql.lit(1))
    .where(sql.ref('active'), '=', sql.lit(1))
    .execute();
}

async function createUsageTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('discount_code_usage')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('discount_code_id', types.key, (column) => column.notNull())
    .addColumn('uses_total', types.integer, (column) => column.notNull())
    .addColumn('holds_total', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('discount_code_usage_pk', ['workspace_id', 'discount_code_id'])
    .addCheckConstraint('discount_code_usage_counts', sql`uses_total >= 0 and holds_total >= 0`)
    .modifyEnd(types.narrowTable)
    .execute();
}
