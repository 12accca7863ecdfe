import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** Orders, their redemptions and what customers have used. */
export async function createLedger(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createOrdersTable(db, types);
  await createRedemptionsTable(db, types);
  await createRedemptionIndexes(db);
  await createCustomerTables(db, types);
}

async function createOrdersTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'orders',
    columns: {
      workspace_id: 'key',
      external_source: 'key',
      external_ref: 'key',
      customer_id: 'key?',
      cart: 'text',
      cart_hash: 'text',
      currency: 'text',
      subtotal: 'integer',
      shipping_amount: 'integer',
      discount_amount: 'integer',
      shipping_discount: 'integer',
      total: 'integer',
      revision: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['workspace_id', 'external_source', 'external_ref'],
    rows: 'wide',
  });
}

async function createRedemptionsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'redemptions',
    columns: {
      workspace_id: 'key',
      id: 'key',
      discount_code_id: 'key',
      code: 'text',
      rule_version: 'integer',
      external_source: 'key',
      external_ref: 'key',
      customer_id: 'key?',
      status: 'key',
      limit_policy: 'text',
      over_limit: 'integer',
      currency: 'text',
      subtotal: 'integer',
      shipping_amount: 'integer',
      discount_amount: 'integer',
      shipping_discount: 'integer',
      total: 'integer',
      allocations: 'text',
      position: 'integer',
      fee_amount: 'integer',
      hold_expires_at: 'integer?',
      locked_at: 'integer?',
      redeemed_at: 'integer?',
      released_at: 'integer?',
      expired_at: 'integer?',
      reversed_at: 'integer?',
      use_restored: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['workspace_id', 'id'],
    unique: { redemptions_once: ['workspace_id', 'external_ref', 'external_source', 'code'] },
    rows: 'wide',
  });
}

async function createRedemptionIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on('redemptions')
      .columns([...columns]);
  await index('redemptions_by_code', ['workspace_id', 'discount_code_id', 'id']).execute();
  // Most rows are redeemed: a page of those is found on the way through all.
  await index('redemptions_by_status', ['workspace_id', 'status', 'id'])
    .where(sql.ref('status'), '<>', sql.lit('redeemed'))
    .execute();
  await index('redemptions_by_payment', ['workspace_id', 'redeemed_at'])
    .where(sql.ref('redeemed_at'), 'is not', null)
    .execute();
  await index('redemptions_by_hold', ['hold_expires_at'])
    .where(sql.ref('status'), '=', sql.lit('locked'))
    .where(sql.ref('hold_expires_at'), 'is not', null)
    .execute();
  await index('redemptions_by_code_hold', ['workspace_id', 'discount_code_id', 'hold_expires_at'])
    .where(sql.ref('status'), '=', sql.lit('locked'))
    .where(sql.ref('hold_expires_at'), 'is not', null)
    .execute();
}

async function createCustomerTables(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'customer_usage',
    columns: {
      workspace_id: 'key',
      discount_code_id: 'key',
      customer_id: 'key',
      uses_total: 'integer',
      holds_total: 'integer',
    },
    primaryKey: ['workspace_id', 'discount_code_id', 'customer_id'],
    checks: { customer_usage_counts: sql<boolean>`uses_total >= 0 and holds_total >= 0` },
    rows: 'narrow',
  });
  await createTable(db, types, {
    name: 'customers',
    columns: {
      workspace_id: 'key',
      customer_id: 'key',
      paid_orders: 'integer',
      first_paid_at: 'integer',
    },
    primaryKey: ['workspace_id', 'customer_id'],
    rows: 'narrow',
  });
}
