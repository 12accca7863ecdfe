import { sabotage, type Sabotage } from './sabotage.js';

const services = 'server/src/services';
const postgres = 'server/src/storage/postgres';

/** What several processes promise together, and what a copied database does. */
export const replicaSabotages: readonly Sabotage[] = [
  sabotage(
    'a limit is not remembered once it is passed',
    ['server/src/http/limits.ts', 'overState(key) ?? count(key)', 'count(key)'],
    'test/replicas/limits.test.ts',
  ),
  sabotage(
    'a key that another replica uses is waited for',
    [`${services}/once/run-in-one-write.ts`, 'await claim(tx, deps, once);', ''],
    'test/replicas/once.test.ts',
  ),
  sabotage(
    'a process that slept goes on where another has taken over',
    [
      `${services}/once/run-under-claim.ts`,
      'await hold(tx, { ...claim, expires_at: deps.now() + leaseMs });',
      '',
    ],
    'test/contract/run-once.test.ts',
  ),
  sabotage(
    'a call that failed keeps its key',
    [
      `${services}/once/run-under-claim.ts`,
      'await deps.storage.write((tx) => removeIdempotencyClaim(tx, claim));',
      'await Promise.resolve();',
    ],
    'test/replicas/once.test.ts',
  ),
  sabotage(
    'a revoked key works for twenty seconds elsewhere',
    [`${services}/directory.ts`, 'maxAgeMs = 2_000', 'maxAgeMs = 20_000'],
    'test/replicas/caches.test.ts',
  ),
  sabotage(
    'a change is laid over what was read before another one',
    [`${services}/patch-discount-code.ts`, 'await lockDiscountCode(tx, workspace.id, id);', ''],
    'test/replicas/caches.test.ts',
  ),
  sabotage(
    'statements stay as they were prepared before a migration',
    [`${postgres}/dialect.ts`, 'if (!isStalePlan(error)) throw error;', 'throw error;'],
    'test/replicas/migrate.test.ts',
  ),
  sabotage(
    'a version does not start where a newer one has migrated',
    ['server/src/storage/migrations/migrate-to-latest.ts', 'if (await isUpToDate(db, types)) return [];', ''],
    'test/replicas/migrate.test.ts',
  ),
  sabotage(
    'a copy is kept though a value differs',
    [`${services}/copy-database.ts`, 'tables.every((table) => table.isEqual)', 'tables.length > 0'],
    'test/contract/copy.test.ts',
  ),
];
