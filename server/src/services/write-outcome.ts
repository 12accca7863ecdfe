import { undo, type Storage, type WriteTransaction } from '../storage/storage.js';
import type { Outcome } from './outcome.js';

/** Runs a verb's write. A refusal leaves nothing behind. */
export function writeOutcome<Value>(
  storage: Storage,
  job: (tx: WriteTransaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return storage.write<Outcome<Value>>(async (tx) => {
    const outcome = await job(tx);
    return outcome.ok ? outcome : undo(outcome);
  });
}
