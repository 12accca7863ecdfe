import type { Pool, QueryConfig } from 'pg';
import { RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RateLimiterOptions } from '../storage.js';
import { asUnavailable } from './postgres-errors.js';

/** Counts in the table that a migration has made, for every process on the database; a chore removes what is over. */
export function createRateLimiter(pool: Pool, limit: RateLimiterOptions): RateLimiterAbstract {
  const query = (asked: QueryConfig) =>
    pool.query(asked).catch((error: unknown) => {
      throw asUnavailable(error);
    });
  return new RateLimiterPostgres({
    ...limit,
    storeClient: { query },
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
}
