import { sql } from 'kysely';
import type { ColumnTypes } from '../migrations/column-types.js';

/** PostgreSQL's: 64-bit integers; rows that may be lost cost no write to the log; keys compare by code point whatever the database's locale. */
export const postgresColumnTypes: ColumnTypes = {
  integer: sql`bigint`,
  text: sql`text`,
  key: sql`text collate "C"`,
  wideTable: sql``,
  narrowTable: sql``,
  forgetfulTable: sql`unlogged`,
};
