import { listDueHolds } from '../storage/repositories/holds.js';
import type { Deps } from './deps.js';
import { expireHolds as expireRows } from './ledger/expire-hold.js';

const mostAtOnce = 200;

/** Gives back the slots of holds that have run out, in every workspace, longest over first; answers how many. */
export async function expireHolds(deps: Deps): Promise<number> {
  const due = { now: deps.now(), limit: mostAtOnce };
  // Most of the time there are none: then nothing is written.
  if ((await listDueHolds(deps.storage.reader, due)).length === 0) return 0;
  return deps.storage.write(async (tx) => expireRows(deps, tx, await listDueHolds(tx, due)));
}
