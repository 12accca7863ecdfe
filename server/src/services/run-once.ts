import type { CallDeps } from './deps.js';
import { findAnswer, type OnceAnswer, type OnceKey, type RenderedAnswer } from './once/kept-answer.js';
import { runInOneWrite } from './once/run-in-one-write.js';
import { runUnderClaim } from './once/run-under-claim.js';
import { TakenElsewhere } from './once/taken-elsewhere.js';
import type { Outcome } from './outcome.js';

export type { OnceKey, RenderedAnswer } from './once/kept-answer.js';

/** A verb to run once. */
export interface Once<Value, Deps extends CallDeps> {
  readonly key: OnceKey;
  readonly verb: (deps: Deps) => Promise<Outcome<Value>>;
  readonly render: (outcome: Outcome<Value>) => RenderedAnswer;
  /** Whether the verb's one write answers the verb's own outcome; any other verb runs under a claim. */
  readonly storesInWrite: boolean;
  /** Whether the answer holds a secret: it is kept sealed then. */
  readonly isSecret: boolean;
}

const inUse: OnceAnswer = { kind: 'refused', refusal: { code: 'IDEMPOTENCY_KEY_IN_USE' } };

/**
 * Runs a verb once a key: the rendered answer is stored in the same write as the verb's effect, for 24 hours, and a second call
 * gets it again. `IDEMPOTENCY_KEY_IN_USE` while the first runs, in whichever process, `IDEMPOTENCY_KEY_REUSED` for another
 * request under the key. Answers of 429 and above 499 are not stored.
 */
export async function runOnce<Value, Deps extends CallDeps>(
  deps: Deps,
  once: Once<Value, Deps>,
): Promise<OnceAnswer> {
  const { key, storesInWrite } = once;
  const name = `${key.workspaceId} ${key.scopeHash}`;
  if (deps.inFlight.has(name)) return inUse;
  deps.inFlight.add(name);
  try {
    const known = await findAnswer(deps, key);
    if (known !== null) return known;
    const answer = await (storesInWrite ? runInOneWrite(deps, once) : runUnderClaim(deps, once));
    return { kind: 'answered', answer, replayed: false };
  } catch (error) {
    if (!(error instanceof TakenElsewhere)) throw error;
    return (await findAnswer(deps, key)) ?? inUse;
  } finally {
    deps.inFlight.delete(name);
  }
}
