import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** Endpoints, what each is to be sent, and what became of every attempt. */
export async function createWebhooks(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await markEvents(db, types);
  await createEndpointsTable(db, types);
  await createDeliveriesTable(db, types);
  await createDeliveryIndexes(db);
  await createAttemptsTable(db, types);
}

async function markEvents(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('events').addColumn('for_webhooks', types.integer).execute();
  await db.schema
    .createIndex('events_for_webhooks')
    .on('events')
    .columns(['id'])
    .where(sql.ref('for_webhooks'), 'is not', null)
    .execute();
}

async function createEndpointsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'webhook_endpoints',
    columns: {
      workspace_id: 'key',
      id: 'key',
      url: 'text',
      description: 'text?',
      event_types: 'text?',
      signature: 'text',
      sealed_secret: 'text',
      previous_sealed_secret: 'text?',
      previous_secret_until: 'integer?',
      active: 'integer',
      disabled_reason: 'text?',
      disabled_at: 'integer?',
      failing_since: 'integer?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['workspace_id', 'id'],
    references: { workspace_id: 'workspaces.id' },
    rows: 'wide',
  });
}

async function createDeliveriesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'webhook_deliveries',
    columns: {
      workspace_id: 'key',
      endpoint_id: 'key',
      event_id: 'key',
      event_type: 'key',
      status: 'key',
      attempts: 'integer',
      failures: 'integer',
      due_at: 'integer?',
      lease_owner: 'key?',
      last_attempt_id: 'key?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['workspace_id', 'event_id', 'endpoint_id'],
    rows: 'narrow',
  });
}

async function createDeliveryIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on('webhook_deliveries')
      .columns([...columns]);
  await index('webhook_deliveries_by_endpoint', ['workspace_id', 'endpoint_id', 'event_id']).execute();
  await index('webhook_deliveries_by_type', ['workspace_id', 'event_type', 'event_id']).execute();
  await index('webhook_deliveries_due', ['workspace_id', 'endpoint_id', 'due_at'])
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();
  await index('webhook_deliveries_by_end', ['updated_at'])
    .where(sql.ref('status'), '<>', sql.lit('pending'))
    .execute();
  // Most are sent: a page of those is found on the way through all.
  await index('webhook_deliveries_by_status', ['workspace_id', 'status', 'event_id'])
    .where(sql.ref('status'), '<>', sql.lit('sent'))
    .execute();
}

async function createAttemptsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'webhook_attempts',
    columns: {
      workspace_id: 'key',
      id: 'key',
      endpoint_id: 'key',
      event_id: 'key',
      requested_at: 'integer',
      duration_ms: 'integer',
      request_url: 'text',
      request_headers: 'text',
      response_status: 'integer?',
      response_body: 'text?',
      failure: 'text?',
    },
    primaryKey: ['workspace_id', 'id'],
    rows: 'wide',
  });
  await db.schema
    .createIndex('webhook_attempts_by_event')
    .on('webhook_attempts')
    .columns(['workspace_id', 'event_id', 'endpoint_id', 'id'])
    .execute();
  await db.schema
    .createIndex('webhook_attempts_by_time')
    .on('webhook_attempts')
    .columns(['requested_at'])
    .execute();
}
