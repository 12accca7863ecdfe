import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** Discount codes, and their hot counters apart. */
export async function createDiscountCodes(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createDiscountCodesTable(db, types);
  await createDiscountCodeIndexes(db);
  await createUsageTable(db, types);
}

async function createDiscountCodesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'discount_codes',
    columns: {
      workspace_id: 'key',
      id: 'key',
      code: 'text',
      canonical_key: 'key',
      kind: 'text',
      name: 'text?',
      description: 'text?',
      title: 'text?',
      type: 'text',
      value_basis_points: 'integer?',
      value_amount: 'integer?',
      currency: 'text?',
      scope: 'text',
      product_ids: 'text',
      tag_filter: 'text',
      min_purchase_amount: 'integer?',
      max_discount_amount: 'integer?',
      max_uses_total: 'integer?',
      max_uses_per_customer: 'integer?',
      customer_eligibility: 'text',
      regions: 'text?',
      combines_with: 'text',
      starts_at: 'integer?',
      expires_at: 'integer?',
      active: 'integer',
      public: 'integer',
      limit_policy: 'text',
      hold_minutes: 'integer',
      metadata: 'text',
      version: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
      archived_at: 'integer?',
    },
    primaryKey: ['workspace_id', 'id'],
    unique: { discount_codes_by_key: ['workspace_id', 'canonical_key'] },
    references: { workspace_id: 'workspaces.id' },
    rows: 'wide',
  });
}

async function createDiscountCodeIndexes(db: Kysely<unknown>): Promise<void> {
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
  await createTable(db, types, {
    name: 'discount_code_usage',
    columns: {
      workspace_id: 'key',
      discount_code_id: 'key',
      uses_total: 'integer',
      holds_total: 'integer',
    },
    primaryKey: ['workspace_id', 'discount_code_id'],
    checks: { discount_code_usage_counts: sql<boolean>`uses_total >= 0 and holds_total >= 0` },
    rows: 'narrow',
  });
}
