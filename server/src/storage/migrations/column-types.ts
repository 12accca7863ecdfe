import type { RawBuilder } from 'kysely';

/** What a database calls the few kinds of column and table there are. */
export interface ColumnTypes {
  /** 64 bits. */
  readonly integer: RawBuilder<unknown>;
  readonly text: RawBuilder<unknown>;
  /** Text that is compared and sorted by code point. */
  readonly key: RawBuilder<unknown>;
  /** What ends the definition of a table whose rows may be long. */
  readonly wideTable: RawBuilder<unknown>;
  /** The same for short rows that are found by their key. */
  readonly narrowTable: RawBuilder<unknown>;
  /** What stands before the table of rows that a crash may take. */
  readonly forgetfulTable: RawBuilder<unknown>;
}
