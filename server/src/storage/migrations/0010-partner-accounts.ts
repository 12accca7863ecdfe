import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** What partners say of the accounts they bring. */
export async function createPartnerAccounts(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'partner_accounts',
    columns: {
      workspace_id: 'key',
      partner: 'key',
      discount_rate: 'text',
      brand_name: 'text?',
      business_email: 'text?',
      created_at: 'integer',
    },
    primaryKey: ['workspace_id'],
    references: { workspace_id: 'workspaces.id' },
    rows: 'narrow',
  });
}
