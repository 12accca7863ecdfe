import type { Kysely } from 'kysely';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
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
   * Runs `job` inside a write and answers once it is durable. A thrown error, or a result given to `undo`, undoes the job
   * alone. Inside, await nothing but `tx`. Throws an `UnavailableError` where the database cannot take the write.
   */
  write<Result>(
    job: (tx: WriteTransaction) => Promise<Result | Undone<Result>>,
    options?: WriteOptions,
  ): Promise<Result>;
  /**
   * Runs `job` in a write that nobody else can write beside, for work on the whole database; a thrown error or `undo` undoes it.
   * Throws a `DatabaseInUseError` where another process serves the database.
   */
  freeze<Result>(job: (tx: WriteTransaction) => Promise<Result | Undone<Result>>): Promise<Result>;
  /** Whether this write alone has `name`, in whichever process, until it ends. */
  claim(tx: WriteTransaction, name: string): Promise<boolean>;
  /** Counts by key in windows of time: in this process where it is the only one, else in the database, for all of them. */
  rateLimiter(options: RateLimiterOptions): RateLimiterAbstract;
  /** Brings the schema up to date; answers the names of the migrations it ran. */
  migrate(): Promise<readonly string[]>;
  /** Whether every migration has run and the database answers. */
  isReady(): Promise<boolean>;
  /** Writes a consistent copy to `path` (SQLite); refuses to overwrite a file. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

/** One limit. */
export interface RateLimiterOptions {
  /** Before each of its keys. */
  readonly keyPrefix: string;
  readonly points: number;
  /** Of a window, seconds. */
  readonly duration: number;
}

export interface WriteOptions {
  /**
   * Whether the job leaves nothing behind outside of `tx`, so that it may be undone and run again from its start: it is faster
   * then, as nothing has to be kept in order to undo it alone. Default false.
   */
  readonly mayRepeat?: boolean;
}

/** A result whose write is taken back. */
export interface Undone<Result> {
  readonly [undone]: true;
  readonly result: Result;
}

const undone: unique symbol = Symbol('undone');

/** Answers `result` from a job and takes back what the job wrote. */
export function undo<Result>(result: Result): Undone<Result> {
  return { [undone]: true, result };
}

/** Whether a job's answer asks for its writes to be taken back. */
export function isUndone<Result>(answer: Result | Undone<Result>): answer is Undone<Result> {
  return typeof answer === 'object' && answer !== null && undone in answer;
}
