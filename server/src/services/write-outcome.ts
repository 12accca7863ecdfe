import { undo, type Storage, type WriteTransaction } from '../storage/storage.js';
import type { Outcome } from './outcome.js';

/** Runs a verb's write. A refusal leaves nothing behind. The job may run twice: what it needs to remember is its result. */
export function writeOutcome<Value>(
  storage: Storage,
  job: (tx: WriteTransaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return storage.write<Outcome<Value>>(
    async (tx) => {
      const outcome = await job(tx);
      return outcome.ok ? outcome : undo(outcome);
    },
    { mayRepeat: true },
  );
}
