import { takeIdempotencyKey } from '../../storage/repositories/idempotency-keys.js';
import { isUndone, type Storage, type WriteTransaction } from '../../storage/storage.js';
import type { CallDeps } from '../deps.js';
import type { Outcome } from '../outcome.js';
import type { Once } from '../run-once.js';
import { isKept, keptRow, type RenderedAnswer } from './kept-answer.js';
import { TakenElsewhere } from './taken-elsewhere.js';

/**
 * Runs a verb that writes once or not at all, and keeps its answer in that write, else in one of its own. Throws
 * `TakenElsewhere` where another process has the key; then nothing was written.
 */
export async function runInOneWrite<Value, Deps extends CallDeps>(
  deps: Deps,
  once: Once<Value, Deps>,
): Promise<RenderedAnswer> {
  const { verb, render } = once;
  let kept: { readonly outcome: unknown; readonly answer: RenderedAnswer } | undefined;
  const write: Storage['write'] = async (job, options) => {
    if (kept !== undefined) throw new Error('a verb with several writes cannot keep its answer in one');
    return deps.storage.write(async (tx) => {
      // The database may run a job again from its start.
      kept = undefined;
      await claim(tx, deps, once);
      const result = await job(tx);
      if (isUndone(result) || !isOutcome(result)) return result;
      // A verb's write answers the verb's own outcome, so its value is what `render` takes.
      const answer = render(result as Outcome<Value>);
      await keep(tx, deps, once, answer);
      kept = { outcome: result, answer };
      return result;
    }, options);
  };
  const outcome = await verb({ ...deps, storage: { ...deps.storage, write } });
  if (kept?.outcome === outcome) return kept.answer;
  const answer = render(outcome);
  if (isKept(answer)) await deps.storage.write((tx) => keep(tx, deps, once, answer));
  return answer;
}

/** So that a second process answers at once instead of waiting for the first; what counts is the row that `keep` inserts. */
async function claim(
  tx: WriteTransaction,
  deps: CallDeps,
  { key }: Pick<Once<never, never>, 'key'>,
): Promise<void> {
  if (!(await deps.storage.claim(tx, `once: ${key.workspaceId} ${key.scopeHash}`)))
    throw new TakenElsewhere();
}

async function keep(
  tx: WriteTransaction,
  deps: CallDeps,
  { key, isSecret }: Pick<Once<never, never>, 'key' | 'isSecret'>,
  answer: RenderedAnswer,
): Promise<void> {
  if (!isKept(answer)) return;
  if (!(await takeIdempotencyKey(tx, keptRow(deps, key, { answer, isSecret })))) throw new TakenElsewhere();
}

function isOutcome(result: unknown): result is Outcome<unknown> {
  return typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';
}
