import { listPartnerUsage, type PartnerUsageRow } from '../../storage/repositories/partner-accounts.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';

/** Which uses; by default every one until now. */
export interface UsageQuestion {
  readonly partner: string;
  /** Epoch ms, inclusive. */
  readonly from?: number | undefined;
  /** Epoch ms, exclusive. */
  readonly to?: number | undefined;
}

/** What each account of a partner gave away in a period, by currency. */
export async function sumUsage(
  { storage, now }: Pick<CallDeps, 'storage' | 'now'>,
  { partner, from = 0, to = now() + 1 }: UsageQuestion,
): Promise<Outcome<readonly PartnerUsageRow[]>> {
  return done(await listPartnerUsage(storage.reader, { partner, from, to }));
}
