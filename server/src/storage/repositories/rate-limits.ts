import type { WriteTransaction } from '../storage.js';

/** Removes the windows that are over at `now`; answers how many. */
export async function purgeRateLimits(tx: WriteTransaction, now: number): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('rate_limits').where('expire', '<=', now).executeTakeFirst();
  return Number(numDeletedRows);
}
