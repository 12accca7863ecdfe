import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** What is written beside an effect: the outbox, the audit log, and what makes calls repeatable or refuses a replay. */
export async function createRecords(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createEventsTable(db, types);
  await createAuditLogTable(db, types);
  await createIdempotencyKeysTable(db, types);
  await createRequestNoncesTable(db, types);
}

async function createEventsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'events',
    columns: {
      workspace_id: 'key',
      id: 'key',
      type: 'text',
      data: 'text',
      created_at: 'integer',
    },
    primaryKey: ['workspace_id', 'id'],
    rows: 'wide',
  });
}

async function createAuditLogTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'audit_log',
    columns: {
      workspace_id: 'key',
      id: 'key',
      actor_kind: 'text',
      actor_id: 'key?',
      action: 'text',
      target_type: 'text',
      target_id: 'key',
      before: 'text?',
      after: 'text?',
      created_at: 'integer',
    },
    primaryKey: ['workspace_id', 'id'],
    rows: 'wide',
  });
  await db.schema
    .createIndex('audit_log_by_target')
    .on('audit_log')
    .columns(['workspace_id', 'target_id', 'id'])
    .execute();
}

async function createIdempotencyKeysTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'idempotency_keys',
    columns: {
      workspace_id: 'key',
      scope_hash: 'key',
      request_hash: 'text',
      status: 'integer?',
      body: 'text?',
      created_at: 'integer',
      expires_at: 'integer',
    },
    primaryKey: ['workspace_id', 'scope_hash'],
    rows: 'wide',
  });
  await db.schema
    .createIndex('idempotency_keys_by_expiry')
    .on('idempotency_keys')
    .columns(['expires_at'])
    .execute();
}

async function createRequestNoncesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'request_nonces',
    columns: {
      workspace_id: 'key',
      key_id: 'key',
      nonce: 'key',
      expires_at: 'integer',
    },
    primaryKey: ['workspace_id', 'key_id', 'nonce'],
    rows: 'narrow',
  });
  await db.schema
    .createIndex('request_nonces_by_expiry')
    .on('request_nonces')
    .columns(['expires_at'])
    .execute();
}
