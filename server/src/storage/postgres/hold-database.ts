import { sql } from 'kysely';
import { DatabaseInUseError } from '../database-in-use-error.js';
import type { WriteTransaction } from '../storage.js';
import { listTables } from '../table-keys.js';

/**
 * Keeps every other writer away until the transaction ends. Throws a `DatabaseInUseError` where another process of the service
 * is connected; `processName` is what the connections of this one are called.
 */
export async function holdDatabase(tx: WriteTransaction, processName: string): Promise<void> {
  // It waits for whoever writes, and between two of its statements it works on another database.
  await sql`set local lock_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
  const tables = sql.join(listTables().map((table) => sql.table(table)));
  await sql`lock table ${tables} in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ database: string; others: number }>`
    select current_database() as database, count(*) filter (
      where application_name like 'hemat %' and application_name <> ${processName}
    ) as others from pg_stat_activity where datname = current_database()`.execute(tx);
  const [found] = rows;
  if (found !== undefined && found.others > 0)
    throw new DatabaseInUseError(`The PostgreSQL database ${found.database}`);
}
