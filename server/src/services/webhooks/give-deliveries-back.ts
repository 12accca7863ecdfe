import { giveDeliveryBack, type DeliveryKey } from '../../storage/repositories/webhook-deliveries.js';
import type { Deps } from '../deps.js';

/** Ends the leases of a worker that stops: another one may take what it had at once. */
export async function giveDeliveriesBack(
  deps: Pick<Deps, 'storage' | 'now'>,
  owner: string,
  keys: readonly DeliveryKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await deps.storage.write(
    async (tx) => {
      for (const key of keys) await giveDeliveryBack(tx, { key, owner, now: deps.now() });
    },
    { mayRepeat: true },
  );
}
