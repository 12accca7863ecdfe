import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** What is written beside an effect: the outbox, the audit log, and what makes calls repeatable or refuses a replay. */
export async function createRecords(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createEventsTable(db, types);
  await createAuditLogTable(db, types);
  await createIdempotencyKeysTable(db, types);
  await createRequestNoncesTable(db, types);
}

async function createEventsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('id', types.key, (column) => column.notNull())
    .addColumn('type', types.text, (column) => column.notNull())
    .addColumn('data', types.text, (column) => column.notNull())
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('events_pk', ['workspace_id', 'id'])
    .modifyEnd(types.wideTable)
    .execute();
}

async function createAuditLogTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('audit_log')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('id', types.key, (column) => column.notNull())
    .addColumn('actor_kind', types.text, (column) => column.notNull())
    .addColumn('actor_id', types.key)
    .addColumn('action', types.text, (column) => column.notNull())
    .addColumn('target_type', types.text, (column) => column.notNull())
    .addColumn('target_id', types.key, (column) => column.notNull())
    .addColumn('before', types.text)
    .addColumn('after', types.text)
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_log_pk', ['workspace_id', 'id'])
    .modifyEnd(types.wideTable)
    .execute();
  await db.schema
    .createIndex('audit_log_by_target')
    .on('audit_log')
    .columns(['workspace_id', 'target_id', 'id'])
    .execute();
}

async function createIdempotencyKeysTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('scope_hash', types.key, (column) => column.notNull())
    .addColumn('request_hash', types.text, (column) => column.notNull())
    .addColumn('status', types.integer)
    .addColumn('body', types.text)
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addColumn('expires_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_pk', ['workspace_id', 'scope_hash'])
    .modifyEnd(types.wideTable)
    .execute();
  await db.schema
    .createIndex('idempotency_keys_by_expiry')
    .on('idempotency_keys')
    .columns(['expires_at'])
    .execute();
}

async function createRequestNoncesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('request_nonces')
    .addColumn('workspace_id', types.key, (column) => column.notNull())
    .addColumn('key_id', types.key, (column) => column.notNull())
    .addColumn('nonce', types.key, (column) => column.notNull())
    .addColumn('expires_at', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('request_nonces_pk', ['workspace_id', 'key_id', 'nonce'])
    .modifyEnd(types.narrowTable)
    .execute();
  await db.schema
    .createIndex('request_nonces_by_expiry')
    .on('request_nonces')
    .columns(['expires_at'])
    .execute();
}
