import { findIdempotencyKey, takeIdempotencyKey } from '../storage/repositories/idempotency-keys.js';
import { isUndone, type Storage, type WriteTransaction } from '../storage/storage.js';
import type { CallDeps } from './deps.js';
import { openSecret, sealSecret, type SealContext } from './keys/sealed-secret.js';
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

/** A verb to run once. */
export interface Once<Value, Deps extends CallDeps> {
  readonly key: OnceKey;
  readonly verb: (deps: Deps) => Promise<Outcome<Value>>;
  readonly render: (outcome: Outcome<Value>) => RenderedAnswer;
  /** Whether the verb's one write answers the verb's own outcome; the answer of any other verb is stored after it. */
  readonly storesInWrite: boolean;
  /** Whether the answer holds a secret: it is kept sealed then. */
  readonly isSecret: boolean;
}

const keptMs = 24 * 60 * 60 * 1000;

/** Before a sealed body; no rendered one begins so. */
const sealedMark = 'sealed:';

/** Calls of this process whose answer is still being made. */
const inFlight = new Set<string>();

/**
 * Runs a verb once a key: the rendered answer is stored in the same write as the verb's effect, for 24 hours, and a second call
 * gets it again. `IDEMPOTENCY_KEY_IN_USE` while the first runs, `IDEMPOTENCY_KEY_REUSED` for another request under the key.
 * Answers of 429 and above 499 are not stored.
 */
export async function runOnce<Value, Deps extends CallDeps>(
  deps: Deps,
  once: Once<Value, Deps>,
): Promise<OnceAnswer> {
  const { key } = once;
  const name = `${key.workspaceId} ${key.scopeHash}`;
  if (inFlight.has(name)) return { kind: 'refused', refusal: { code: 'IDEMPOTENCY_KEY_IN_USE' } };
  inFlight.add(name);
  try {
    return (await findAnswer(deps, key)) ?? (await runAndStore(deps, once));
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
  const body = row.body.startsWith(sealedMark)
    ? openSecret(row.body.slice(sealedMark.length), sealFor(deps, key))
    : row.body;
  return { kind: 'answered', answer: { status: row.status, body }, replayed: true };
}

async function runAndStore<Value, Deps extends CallDeps>(
  deps: Deps,
  once: Once<Value, Deps>,
): Promise<OnceAnswer> {
  const { verb, render, storesInWrite } = once;
  let stored: { readonly outcome: unknown; readonly answer: RenderedAnswer } | undefined;
  const write: Storage['write'] = async (job, options) => {
    if (stored !== undefined) throw new Error('a verb with several writes cannot store its answer in one');
    return deps.storage.write(async (tx) => {
      // The database may run a job again from its start.
      stored = undefined;
      const result = await job(tx);
      if (isUndone(result) || !isOutcome(result)) return result;
      // A verb's write answers the verb's own outcome, so its value is what `render` takes.
      const answer = render(result as Outcome<Value>);
      await store(tx, deps, once, answer);
      stored = { outcome: result, answer };
      return result;
    }, options);
  };
  const outcome = await verb(storesInWrite ? { ...deps, storage: { ...deps.storage, write } } : deps);
  if (stored?.outcome === outcome) return { kind: 'answered', answer: stored.answer, replayed: false };
  const answer = render(outcome);
  await deps.storage.write((tx) => store(tx, deps, once, answer));
  return { kind: 'answered', answer, replayed: false };
}

async function store(
  tx: WriteTransaction,
  deps: CallDeps,
  { key, isSecret }: Pick<Once<never, never>, 'key' | 'isSecret'>,
  { status, body }: RenderedAnswer,
): Promise<void> {
  if (status === 429 || status >= 500) return;
  const now = deps.now();
  const isOurs = await takeIdempotencyKey(tx, {
    workspace_id: key.workspaceId,
    scope_hash: key.scopeHash,
    request_hash: key.requestHash,
    status,
    body: isSecret ? sealedMark + sealSecret(body, sealFor(deps, key), deps.randomBytes) : body,
    created_at: now,
    expires_at: now + keptMs,
  });
  if (!isOurs) throw new AnsweredElsewhere();
}

function sealFor(deps: CallDeps, { workspaceId, scopeHash }: OnceKey): SealContext {
  return { key: deps.deriveKey('kept-answers', workspaceId), owner: scopeHash };
}

function isOutcome(result: unknown): result is Outcome<unknown> {
  return typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';
}
