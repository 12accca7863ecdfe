import {
  completeIdempotencyKey,
  findIdempotencyKey,
  takeIdempotencyKey,
} from '../storage/repositories/idempotency-keys.js';
import { isUndone, type Storage, type WriteTransaction } from '../storage/storage.js';
import type { CallDeps } from './deps.js';
import type { Outcome, Refusal } from './outcome.js';

/** An answer as it leaves: what a replay repeats byte for byte. */
export interface RenderedAnswer {
  readonly status: number;
  readonly body: string;
}

/** One key of one caller on one call, and a hash of what is asked with it. */
export interface OnceKey {
  readonly workspaceId: string;
  readonly scopeHash: string;
  readonly requestHash: string;
}

/** What a call comes to that is made once. */
export type OnceAnswer =
  | { readonly kind: 'answered'; readonly answer: RenderedAnswer; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const keptMs = 24 * 60 * 60 * 1000;

/** Calls of this process whose answer is still being made. */
const inFlight = new Set<string>();

/**
 * Runs a verb once a key: the rendered answer is stored in the same write as the verb's effect, for 24 hours, and a second call
 * gets it again. `IDEMPOTENCY_KEY_IN_USE` while the first runs, `IDEMPOTENCY_KEY_REUSED` for another request under the key.
 * Answers of 429 and above 499 are not stored.
 */
export async function runOnce<Value, Deps extends CallDeps>(
  deps: Deps,
  key: OnceKey,
  verb: (deps: Deps) => Promise<Outcome<Value>>,
  render: (outcome: Outcome<Value>) => RenderedAnswer,
): Promise<OnceAnswer> {
  const name = `${key.workspaceId} ${key.scopeHash}`;
  if (inFlight.has(name)) return { kind: 'refused', refusal: { code: 'IDEMPOTENCY_KEY_IN_USE' } };
  inFlight.add(name);
  try {
    return (await findAnswer(deps, key)) ?? (await runAndStore(deps, key, verb, render));
  } catch (error) {
    const answered = error instanceof AnsweredElsewhere ? await findAnswer(deps, key) : null;
    if (answered === null) throw error;
    return answered;
  } finally {
    inFlight.delete(name);
  }
}

/** Another process stored its answer between our look and our write: ours is taken back. */
class AnsweredElsewhere extends Error {
  override readonly name = 'AnsweredElsewhere';
}

async function findAnswer(deps: CallDeps, key: OnceKey): Promise<OnceAnswer | null> {
  const row = await findIdempotencyKey(deps.storage.reader, key);
  if (row === undefined || row.expires_at <= deps.now()) return null;
  if (row.request_hash !== key.requestHash) {
    return { kind: 'refused', refusal: { code: 'IDEMPOTENCY_KEY_REUSED' } };
  }
  if (row.status === null || row.body === null) {
    return { kind: 'refused', refusal: { code: 'IDEMPOTENCY_KEY_IN_USE' } };
  }
  return { kind: 'answered', answer: { status: row.status, body: row.body }, replayed: true };
}

async function runAndStore<Value, Deps extends CallDeps>(
  deps: Deps,
  key: OnceKey,
  verb: (deps: Deps) => Promise<Outcome<Value>>,
  render: (outcome: Outcome<Value>) => RenderedAnswer,
): Promise<OnceAnswer> {
  let stored: { readonly outcome: unknown; readonly answer: RenderedAnswer } | undefined;
  const write: Storage['write'] = (job) =>
    deps.storage.write(async (tx) => {
      const result = await job(tx);
      if (isUndone(result) || !isOutcome(result)) return result;
      // A verb's write answers the verb's own outcome, so its value is what `render` takes.
      const answer = render(result as Outcome<Value>);
      await store(tx, deps, key, answer);
      stored = { outcome: result, answer };
      return result;
    });
  const outcome = await verb({ ...deps, storage: { ...deps.storage, write } });
  if (stored?.outcome === outcome) return { kind: 'answered', answer: stored.answer, replayed: false };
  const answer = render(outcome);
  const wasStored = stored !== undefined;
  await deps.storage.write((tx) =>
    wasStored ? restore(tx, deps, key, answer) : store(tx, deps, key, answer),
  );
  return { kind: 'answered', answer, replayed: false };
}

async function store(
  tx: WriteTransaction,
  deps: CallDeps,
  key: OnceKey,
  { status, body }: RenderedAnswer,
): Promise<void> {
  if (status === 429 || status >= 500) return;
  const now = deps.now();
  const isOurs = await takeIdempotencyKey(tx, {
    workspace_id: key.workspaceId,
    scope_hash: key.scopeHash,
    request_hash: key.requestHash,
    status,
    body,
    created_at: now,
    expires_at: now + keptMs,
  });
  if (!isOurs) throw new AnsweredElsewhere();
}

/** For a verb that made its answer out of its write's. */
async function restore(
  tx: WriteTransaction,
  deps: CallDeps,
  key: OnceKey,
  answer: RenderedAnswer,
): Promise<void> {
  await completeIdempotencyKey(tx, key, { ...answer, expiresAt: deps.now() + keptMs });
}

function isOutcome(result: unknown): result is Outcome<unknown> {
  return typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';
}
