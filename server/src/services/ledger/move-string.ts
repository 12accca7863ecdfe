import { moveOneTimeString } from '../../storage/repositories/one-time-strings.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RowChange } from './save-row.js';
import { slotsOf } from './slots.js';

/**
 * Moves the one slot of a changed row's string by the difference of the two rows; false where somebody else has it. A string is
 * good once under every limit policy. The row of any other code has none to move.
 */
export async function moveString(tx: WriteTransaction, { before, next }: RowChange): Promise<boolean> {
  const { string_key: key, workspace_id: workspaceId } = next;
  if (key === null) return true;
  const given = slotsOf(before);
  const taken = slotsOf(next);
  const uses = taken.uses - given.uses;
  const holds = taken.holds - given.holds;
  return (uses === 0 && holds === 0) || moveOneTimeString(tx, { workspaceId, key, uses, holds });
}
