import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Orders, their redemptions and what customers have used. */
export async function createLedger(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createOrdersTable(db, types);
  await createRedemptionsTable(db, types);
  await createRedemptionIndexes(db);
  await createCustomerTables(db, types);
}

async function createOrdersTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('orders')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('external_source', types.key, (column) => column.notNull())
    .addColumn('external_ref', types.key, (column) => column.notNull())
    .addColumn('customer_id', types.key)
    .addColumn('cart', types.text, (column) => column.notNull())
    .addColumn('cart_hash', types.text, (column) => column.notNull())
    .addColumn('currency', types.text, (column) => column.notNull())
    .addColumn('subtotal', types.integer, (column) => column.notNull())
    .addColumn('shipping_amount', types.integer, (column) => column.notNull())
    .addColumn('discount_amount', types.integer, (column) => column.notNull())
    .addColumn('shipping_discount', types.integer, (column) => column.notNull())
    .addColumn('total', types.integer, (column) => column.notNull())
    .addColumn('revision', types.integer, (column) => column.notNull())
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addColumn('updated_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('orders_pk', ['workspace_id', 'external_source', 'external_ref'])
    .modifyEnd(types.wideTable)
    .execute();
}

async function createRedemptionsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('redemptions')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('id', types.key, (column) => column.notNull())
    .addColumn('discount_code_id', types.key, (column) => column.notNull())
    .addColumn('code', types.text, (column) => column.notNull())
    .addColumn('rule_version', types.integer, (column) => column.notNull())
    .addColumn('external_source', types.key, (column) => column.notNull())
    .addColumn('external_ref', types.key, (column) => column.notNull())
    .addColumn('customer_id', types.key)
    .addColumn('status', types.key, (column) => column.notNull())
    .addColumn('limit_policy', types.text, (column) => column.notNull())
    .addColumn('over_limit', types.integer, (column) => column.notNull())
    .addColumn('currency', types.text, (column) => column.notNull())
    .addColumn('subtotal', types.integer, (column) => column.notNull())
    .addColumn('shipping_amount', types.integer, (column) => column.notNull())
    .addColumn('discount_amount', types.integer, (column) => column.notNull())
    .addColumn('shipping_discount', types.integer, (column) => column.notNull())
    .addColumn('total', types.integer, (column) => column.notNull())
    .addColumn('allocations', types.text, (column) => column.notNull())
    .addColumn('position', types.integer, (column) => column.notNull())
    .addColumn('fee_amount', types.integer, (column) => column.notNull())
    .addColumn('hold_expires_at', types.integer)
    .addColumn('locked_at', types.integer)
    .addColumn('redeemed_at', types.integer)
    .addColumn('released_at', types.integer)
    .addColumn('expired_at', types.integer)
    .addColumn('reversed_at', types.integer)
    .addColumn('use_restored', types.integer, (column) => column.notNull())
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addColumn('updated_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('redemptions_pk', ['workspace_id', 'id'])
    .addUniqueConstraint('redemptions_once', ['workspace_id', 'external_source', 'external_ref', 'code'])
    .modifyEnd(types.wideTable)
    .execute();
}

async function createRedemptionIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on('redemptions')
      .columns([...columns]);
  await index('redemptions_newest', ['workspace_id', 'created_at', 'id']).execute();
  await index('redemptions_by_code', ['workspace_id', 'discount_code_id', 'created_at', 'id']).execute();
  await index('redemptions_by_status', ['workspace_id', 'status', 'created_at', 'id']).execute();
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
  await db.schema
    .createTable('customer_usage')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('discount_code_id', types.key, (column) => column.notNull())
    .addColumn('customer_id', types.key, (column) => column.notNull())
    .addColumn('uses_total', types.integer, (column) => column.notNull())
    .addColumn('holds_total', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('customer_usage_pk', ['workspace_id', 'discount_code_id', 'customer_id'])
    .addCheckConstraint('customer_usage_counts', sql`uses_total >= 0 and holds_total >= 0`)
    .modifyEnd(types.narrowTable)
    .execute();
  await db.schema
    .createTable('customers')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('customer_id', types.key, (column) => column.notNull())
    .addColumn('paid_orders', types.integer, (column) => column.notNull())
    .addColumn('first_paid_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('customers_pk', ['workspace_id', 'customer_id'])
    .modifyEnd(types.narrowTable)
    .execute();
}
