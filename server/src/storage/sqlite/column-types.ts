import { sql } from 'kysely';
import type { ColumnTypes } from '../migrations/column-types.js';

/** SQLite's: STRICT tables; narrow ones lie in their key. */
export const sqliteColumnTypes: ColumnTypes = {
  integer: sql`integer`,
  text: sql`text`,
  key: sql`text`,
  wideTable: sql`strict`,
  narrowTable: sql`strict, without rowid`,
  forgetfulTable: sql``,
};
