import { insertDeliveries } from '../../storage/repositories/webhook-deliveries.js';
import {
  hasMarkedEvents,
  listActiveEndpoints,
  lockMarkedEvents,
  unmarkEvents,
} from '../../storage/repositories/webhook-outbox.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { Deps } from '../deps.js';
import { newDelivery } from './new-delivery.js';

const mostAtOnce = 200;

type MarkedEvent = Awaited<ReturnType<typeof lockMarkedEvents>>[number];

/**
 * Queues new events of every workspace for the endpoints that want them; answers how many events it took. An event keeps its mark until its
 * deliveries are stored.
 */
export async function handOutEvents(deps: Pick<Deps, 'storage' | 'now'>): Promise<number> {
  // Most of the time there are none: then nothing is written.
  if (!(await hasMarkedEvents(deps.storage.reader))) return 0;
  return deps.storage.write(
    async (tx) => {
      const events = await lockMarkedEvents(tx, mostAtOnce);
      const now = deps.now();
      for (const [workspaceId, own] of byWorkspace(events)) await handOut(tx, workspaceId, own, now);
      return events.length;
    },
    { mayRepeat: true },
  );
}

async function handOut(
  tx: WriteTransaction,
  workspaceId: string,
  events: readonly MarkedEvent[],
  now: number,
): Promise<void> {
  const endpoints = await listActiveEndpoints(tx, workspaceId);
  const rows = events.flatMap((event) =>
    endpoints
      .filter(({ event_types }) => wants(event_types, event.type))
      .map(({ id }) => newDelivery(event, id, now)),
  );
  await insertDeliveries(tx, rows);
  await unmarkEvents(
    tx,
    workspaceId,
    events.map(({ id }) => id),
  );
}

function wants(eventTypes: string | null, type: string): boolean {
  // Written from a checked list of types.
  return eventTypes === null || (JSON.parse(eventTypes) as string[]).includes(type);
}

function byWorkspace(events: readonly MarkedEvent[]): Map<string, MarkedEvent[]> {
  const groups = new Map<string, MarkedEvent[]>();
  for (const event of events) {
    const group = groups.get(event.workspace_id);
    if (group === undefined) groups.set(event.workspace_id, [event]);
    else group.push(event);
  }
  return groups;
}
