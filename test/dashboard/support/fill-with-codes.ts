import { sql } from 'kysely';
import { copyRows } from '../../support/copy-rows.js';
import type { Office } from './office.js';

/** Fills the office's workspace with codes LIST000001 … in one go, each a millisecond younger than the one before, none ever used. */
export async function fillWithCodes(office: Office, count: number): Promise<void> {
  const { storage } = office.deps;
  // The service itself writes the row that is copied.
  const { id } = (await office.call('POST', '/discount-codes', {
    code: 'LIST',
    type: 'percent',
    value: 10,
  })) as {
    readonly id: string;
  };
  const find = (table: 'discount_codes' | 'discount_code_usage', column: 'id' | 'discount_code_id') =>
    sql<{ created_at: number }>`select * from ${sql.table(table)}
      where workspace_id = ${office.home.workspace.id} and ${sql.ref(column)} = ${id}`.execute(
      storage.reader,
    );
  const [row] = (await find('discount_codes', 'id')).rows;
  const [usage] = (await find('discount_code_usage', 'discount_code_id')).rows;
  if (row === undefined || usage === undefined) throw new Error('The code that is copied was not found.');
  const name = sql`'LIST' || substr('00000' || at, -6)`;
  const copyId = sql`'disc_01J000000000000000' || (10000000 + at)`;
  await copyRows(
    storage,
    'discount_codes',
    { row, count },
    { id: copyId, code: name, canonical_key: name, created_at: sql`${sql.lit(row.created_at - count)} + at` },
  );
  await copyRows(storage, 'discount_code_usage', { row: usage, count }, { discount_code_id: copyId });
}
