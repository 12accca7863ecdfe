/** An endpoint that has something to be sent. */
export interface Candidate {
  readonly workspaceId: string;
  readonly id: string;
  /** Whether it has not answered well for a while. */
  readonly isFailing: boolean;
}

/** What a worker is doing. */
export interface WorkerLoad {
  /** Requests that may run at once. */
  readonly concurrency: number;
  /** Requests that run, by endpoint id. */
  readonly running: ReadonlyMap<string, { readonly count: number; readonly isFailing: boolean }>;
  /** The turn in which an endpoint was served last, by its id; who is not in it comes first. */
  readonly lastServed: ReadonlyMap<string, number>;
}

/** An endpoint's share of a worker's free slots. */
export interface Share {
  readonly endpoint: Candidate;
  readonly limit: number;
}

/** Requests at once to an endpoint that answers well, and to one that does not. */
const mostPerEndpoint = 8;
const mostPerFailing = 1;

/**
 * Shares the free slots, one each in turn, so that no endpoint waits for another's backlog: who was served longest ago comes first, and
 * endpoints that fail, which may hold a slot for the whole timeout, get half of the slots at most.
 */
export function shareSlots(due: readonly Candidate[], load: WorkerLoad): Share[] {
  const order = [...due].sort((a, b) => servedAt(load, a) - servedAt(load, b));
  const given = new Map<string, number>();
  let free = load.concurrency - countRunning(load, () => true);
  let freeForFailing = Math.ceil(load.concurrency / 2) - countRunning(load, ({ isFailing }) => isFailing);
  for (let isMoving = true; isMoving && free > 0;) {
    isMoving = false;
    for (const endpoint of order) {
      const { isFailing } = endpoint;
      const has = (load.running.get(endpoint.id)?.count ?? 0) + (given.get(endpoint.id) ?? 0);
      const isFull = has >= (isFailing ? mostPerFailing : mostPerEndpoint);
      if (isFull || free === 0 || (isFailing && freeForFailing <= 0)) continue;
      given.set(endpoint.id, (given.get(endpoint.id) ?? 0) + 1);
      free -= 1;
      if (isFailing) freeForFailing -= 1;
      isMoving = true;
    }
  }
  return order.flatMap((endpoint) => {
    const limit = given.get(endpoint.id) ?? 0;
    return limit > 0 ? { endpoint, limit } : [];
  });
}

function servedAt({ lastServed }: WorkerLoad, { id }: Candidate): number {
  return lastServed.get(id) ?? -1;
}

function countRunning(
  { running }: WorkerLoad,
  counts: (entry: { readonly isFailing: boolean }) => boolean,
): number {
  let total = 0;
  for (const entry of running.values()) if (counts(entry)) total += entry.count;
  return total;
}
