import { purgeWebhookLog as purgeRows } from '../../storage/repositories/webhook-log.js';
import type { Deps } from '../deps.js';

const keptMs = 30 * 24 * 60 * 60 * 1_000;
const mostAtOnce = 2_000;

/** Takes deliveries and attempts that ended more than 30 days ago out of the log, some thousand at a time; what waits and every event stay. */
export async function purgeWebhookLog({ storage, now }: Pick<Deps, 'storage' | 'now'>): Promise<void> {
  await storage.write((tx) => purgeRows(tx, { before: now() - keptMs, limit: mostAtOnce }));
}
