import { listDueHolds } from '../storage/repositories/holds.js';
import type { Deps } from './deps.js';
import { expireHolds as expireRows } from './ledger/expire-hold.js';

const mostAtOnce = 200;

/**
 * Gives back the slots of holds that have run out, in every workspace, longest over first; answers how many. One process at a
 * time: none where another is at it.
 */
export async function expireHolds(deps: Deps): Promise<number> {
  const due = { now: deps.now(), limit: mostAtOnce };
  // Most of the time there are none: then nothing is written.
  if ((await listDueHolds(deps.storage.reader, due)).length === 0) return 0;
  return deps.storage.write(async (tx) =>
    (await deps.storage.claim(tx, 'chore: expire holds'))
      ? expireRows(deps, tx, await listDueHolds(tx, due))
      : 0,
  );
}
