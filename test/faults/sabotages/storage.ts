import { sabotage, type Sabotage } from './sabotage.js';

const sqlite = 'server/src/storage/sqlite';
const postgres = 'server/src/storage/postgres';
const queue = `${sqlite}/write-queue.ts`;
const queueTest = `${sqlite}/write-queue.test.ts`;
const openTest = `${sqlite}/open-sqlite.test.ts`;
const contract = 'test/contract/storage.test.ts';

/** What is written lasts, once, in order. */
export const storageSabotages: readonly Sabotage[] = [
  {
    breaks: 'NORMAL instead of FULL, and nobody reads it back',
    edits: [
      { file: `${sqlite}/connection.ts`, from: "'synchronous = FULL'", to: "'synchronous = NORMAL'" },
      { file: `${sqlite}/connection.ts`, from: 'synchronous: 2', to: 'synchronous: 1' },
    ],
    tests: ['test/faults/power-loss.test.ts'],
    only: 'keeps every answer',
  },
  sabotage(
    'NORMAL is read back and nobody minds',
    [`${sqlite}/connection.ts`, "'synchronous = FULL'", "'synchronous = NORMAL'"],
    openTest,
  ),
  sabotage(
    'forgets what a statement failed with that nobody waited for',
    [`${postgres}/dialect.ts`, 'this.#failure ??= error;', ''],
    contract,
  ),
  sabotage(
    'takes the rollback that answers a commit for one',
    [`${postgres}/dialect.ts`, "if (how === 'commit' && this.#failure !== null) throw this.#failure;", ''],
    contract,
  ),
  sabotage(
    'never sends what nobody waits for',
    [`${postgres}/dialect.ts`, 'this.#post(query);\n      return', 'return'],
    contract,
  ),
  sabotage(
    'answers a turn before the commit',
    [
      queue,
      "connection.run('commit');",
      "for (const { tell } of settled) tell();\n    await nextTurn();\n    connection.run('commit');",
    ],
    queueTest,
  ),
  {
    breaks: 'answers a turn before the commit, seen by a kill',
    edits: [
      {
        file: queue,
        from: "connection.run('commit');",
        to: "for (const { tell } of settled) tell();\n    await nextTurn();\n    connection.run('commit');",
      },
    ],
    tests: ['test/faults/kill-at-points.test.ts'],
    only: 'before the commit',
  },
  sabotage(
    'a job that failed is not rolled back to its savepoint',
    [queue, "if (!keep) connection.run('rollback to job');", ''],
    contract,
  ),
  sabotage(
    'a job runs twice that did not say it may',
    [queue, 'jobs.every(({ mayRepeat }) => mayRepeat)', 'true'],
    queueTest,
  ),
  sabotage(
    'no end to the wait for a foreign lock',
    [queue, 'const given = isBusy(error) ? longestWait : 0;', 'const given = Infinity;'],
    queueTest,
  ),
  sabotage(
    'the event loop waits for a foreign lock',
    [
      `${sqlite}/open-sqlite.ts`,
      "{ mode: 'write', busyTimeout: 0 }",
      "{ mode: 'write', busyTimeout: 1_000 }",
    ],
    'test/faults/foreign-lock.test.ts',
  ),
  sabotage(
    'reads see what is not committed',
    [`${sqlite}/open-sqlite.ts`, 'sqliteDialect(reading)', 'sqliteDialect(writing)'],
    contract,
  ),
  sabotage(
    'two servers on one file',
    [
      `${sqlite}/open-sqlite.ts`,
      'options.exclusive === true ? takeServerLock(path) : () => {};\n  try {\n    const opened',
      '() => {};\n  try {\n    const opened',
    ],
    openTest,
  ),
  sabotage(
    'a full disk is an error of ours',
    [`${sqlite}/sqlite-errors.ts`, "  FULL: 'the disk is full',\n", ''],
    'test/faults/disk-full.test.ts',
  ),
  sabotage(
    'a backup is a copy of the file alone',
    [
      `${sqlite}/backup-file.ts`,
      'await source.database.backup(unfinished);',
      "(await import('node:fs')).copyFileSync(path, unfinished);",
    ],
    'test/faults/backup-under-load.test.ts',
  ),
  sabotage(
    'migrations stay half done',
    [
      `${sqlite}/dialect.ts`,
      'get supportsTransactionalDdl(): boolean {\n    return true;',
      'get supportsTransactionalDdl(): boolean {\n    return false;',
    ],
    'test/faults/migrate-kill.test.ts',
  ),
  sabotage(
    'a replica that stands still keeps its rows (PostgreSQL)',
    [`${postgres}/open-postgres.ts`, 'idle_in_transaction_session_timeout: longestIdleWrite,', ''],
    'test/faults/stopped-replica.test.ts',
  ),
  sabotage(
    'a refused job stays written (PostgreSQL)',
    [
      `${postgres}/open-postgres.ts`,
      "throw new Error('the job took its writes back');",
      'return answer.result;',
    ],
    contract,
  ),
  sabotage(
    'a database that is out of reach is an error of ours (PostgreSQL)',
    [`${postgres}/postgres-errors.ts`, "new Set(['08', '53', '57', '58'])", 'new Set([])'],
    'test/faults/postgres-restart.test.ts',
  ),
  sabotage(
    'stops without a notice',
    ['server/src/cli/commands/serve.ts', 'isOpen = false;', ''],
    'test/faults/stop-under-load.test.ts',
  ),
  sabotage(
    'a list walks the whole table',
    ['server/src/storage/migrations/0003-ledger.ts', "['workspace_id', 'redeemed_at']", "['fee_amount']"],
    `${sqlite}/query-plans.test.ts`,
  ),
];
