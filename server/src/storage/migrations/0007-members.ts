import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** People with their sessions and passwords, which workspaces they belong to, and who is invited. */
export async function createMembers(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createUsersTable(db, types);
  await createSessionsTable(db, types);
  await createAccountsTable(db, types);
  await createVerificationsTable(db, types);
  await createMembersTable(db, types);
  await createInvitationsTable(db, types);
}

async function createUsersTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'auth_users',
    columns: {
      id: 'key',
      name: 'text',
      email: 'key',
      email_verified: 'integer',
      image: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['id'],
    unique: { auth_users_by_email: ['email'] },
    rows: 'wide',
  });
}

async function createSessionsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'auth_sessions',
    columns: {
      id: 'key',
      user_id: 'key',
      token: 'key',
      ip_address: 'text?',
      user_agent: 'text?',
      expires_at: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['id'],
    unique: { auth_sessions_by_token: ['token'] },
    references: { user_id: 'auth_users.id' },
    rows: 'wide',
  });
  await index(db, 'auth_sessions_by_user', 'auth_sessions', ['user_id']);
  await index(db, 'auth_sessions_by_expiry', 'auth_sessions', ['expires_at']);
}

async function createAccountsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'auth_accounts',
    columns: {
      id: 'key',
      user_id: 'key',
      account_id: 'key',
      provider_id: 'key',
      access_token: 'text?',
      refresh_token: 'text?',
      id_token: 'text?',
      access_token_expires_at: 'integer?',
      refresh_token_expires_at: 'integer?',
      scope: 'text?',
      password: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['id'],
    unique: { auth_accounts_by_user: ['user_id', 'provider_id'] },
    references: { user_id: 'auth_users.id' },
    rows: 'wide',
  });
}

async function createVerificationsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'auth_verifications',
    columns: {
      id: 'key',
      identifier: 'key',
      value: 'text',
      expires_at: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['id'],
    rows: 'wide',
  });
  await index(db, 'auth_verifications_by_identifier', 'auth_verifications', ['identifier']);
  await index(db, 'auth_verifications_by_expiry', 'auth_verifications', ['expires_at']);
}

async function createMembersTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'members',
    columns: {
      workspace_id: 'key',
      id: 'key',
      user_id: 'key',
      role: 'text',
      created_at: 'integer',
      updated_at: 'integer',
      removed_at: 'integer?',
    },
    primaryKey: ['workspace_id', 'id'],
    unique: { members_by_user: ['user_id', 'workspace_id'] },
    references: { workspace_id: 'workspaces.id', user_id: 'auth_users.id' },
    checks: { members_role: sql<boolean>`role in ('owner', 'manager', 'viewer')` },
    rows: 'wide',
  });
}

async function createInvitationsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'invitations',
    columns: {
      workspace_id: 'key',
      id: 'key',
      email: 'key?',
      role: 'text',
      token_hash: 'key',
      created_at: 'integer',
      expires_at: 'integer',
      accepted_at: 'integer?',
      withdrawn_at: 'integer?',
    },
    primaryKey: ['workspace_id', 'id'],
    unique: { invitations_by_token: ['token_hash'] },
    references: { workspace_id: 'workspaces.id' },
    checks: { invitations_role: sql<boolean>`role in ('owner', 'manager', 'viewer')` },
    rows: 'wide',
  });
}

function index(db: Kysely<unknown>, name: string, table: string, columns: readonly string[]): Promise<void> {
  return db.schema
    .createIndex(name)
    .on(table)
    .columns([...columns])
    .execute();
}
