import { findIdempotencyKey } from '../../storage/repositories/idempotency-keys.js';
import type { IdempotencyKeysTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';
import { openSecret, sealSecret, type SealContext } from '../keys/sealed-secret.js';
import type { Refusal } from '../outcome.js';

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

/** Before a sealed body; no rendered one begins so. */
const sealedMark = 'sealed:';

/** What is known of a key: its answer, or why there is none yet; null where it is free. */
export async function findAnswer(deps: CallDeps, key: OnceKey): Promise<OnceAnswer | null> {
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

/** Whether an answer is repeated to whoever asks again: 429 and what is above 499 may be another one the next time. */
export function isKept({ status }: RenderedAnswer): boolean {
  return status !== 429 && status < 500;
}

/** The row that keeps `answer` from now on for 24 hours; sealed where it shows a secret. */
export function keptRow(
  deps: CallDeps,
  key: OnceKey,
  { answer: { status, body }, isSecret }: { readonly answer: RenderedAnswer; readonly isSecret: boolean },
): IdempotencyKeysTable {
  const now = deps.now();
  return {
    workspace_id: key.workspaceId,
    scope_hash: key.scopeHash,
    request_hash: key.requestHash,
    status,
    body: isSecret ? sealedMark + sealSecret(body, sealFor(deps, key), deps.randomBytes) : body,
    created_at: now,
    expires_at: now + keptMs,
  };
}

function sealFor(deps: CallDeps, { workspaceId, scopeHash }: OnceKey): SealContext {
  return { key: deps.deriveKey('kept-answers', workspaceId), owner: scopeHash };
}
