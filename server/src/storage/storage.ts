import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** A connection that may read; it sees what was committed. */
export type Reader = Kysely<Tables>;

declare const writable: unique symbol;

/** A connection inside a write: only it may change rows, and it sees its own changes. */
export type WriteTransaction = Kysely<Tables> & { readonly [writable]: true };

/** The one way to the database, whichever it is. */
export interface Storage {
  readonly reader: Reader;
  /**
   * Runs `job` inside a write and answers once it is durable. A thrown error undoes the job alone. Inside, await
   * nothing but `tx`.
   */
  write<Result>(job: (tx: WriteTransaction) => Promise<Result>): Promise<Result>;
  /** Brings the schema up to date; answers the names of the migrations it ran. */
  migrate(): Promise<readonly string[]>;
  /** Whether every migration has run and the database answers. */
  isReady(): Promise<boolean>;
  /** Writes a consistent copy to `path` (SQLite). */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
