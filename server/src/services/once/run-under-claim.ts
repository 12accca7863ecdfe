import {
  removeIdempotencyClaim,
  takeIdempotencyKey,
  updateIdempotencyClaim,
} from '../../storage/repositories/idempotency-keys.js';
import type { Storage, WriteTransaction } from '../../storage/storage.js';
import type { IdempotencyKeysTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';
import type { Once } from '../run-once.js';
import { isKept, keptRow, type RenderedAnswer } from './kept-answer.js';
import { TakenElsewhere } from './taken-elsewhere.js';

/** How long a process that says nothing keeps a key to itself; one that died gives it up then. */
const leaseMs = 30_000;

/**
 * Runs a verb that writes several times: the key is claimed first, and each write prolongs the claim and is taken back where
 * somebody else has it by now, so that a process which slept past its lease does nothing twice. Throws `TakenElsewhere` then.
 */
export async function runUnderClaim<Value, Deps extends CallDeps>(
  deps: Deps,
  once: Once<Value, Deps>,
): Promise<RenderedAnswer> {
  const { verb, render, key, isSecret } = once;
  const claim = await takeClaim(deps, once);
  const write: Storage['write'] = (job, options) =>
    deps.storage.write(async (tx) => {
      await hold(tx, { ...claim, expires_at: deps.now() + leaseMs });
      return job(tx);
    }, options);
  try {
    const answer = render(await verb({ ...deps, storage: { ...deps.storage, write } }));
    const row = keptRow(deps, key, { answer, isSecret });
    await deps.storage.write((tx) =>
      isKept(answer) ? hold(tx, { ...row, created_at: claim.created_at }) : removeIdempotencyClaim(tx, claim),
    );
    return answer;
  } catch (error) {
    if (!(error instanceof TakenElsewhere))
      await deps.storage.write((tx) => removeIdempotencyClaim(tx, claim));
    throw error;
  }
}

async function takeClaim(
  deps: CallDeps,
  { key }: Pick<Once<never, never>, 'key'>,
): Promise<IdempotencyKeysTable> {
  const now = deps.now();
  const claim: IdempotencyKeysTable = {
    workspace_id: key.workspaceId,
    scope_hash: key.scopeHash,
    request_hash: key.requestHash,
    status: null,
    body: null,
    created_at: now,
    expires_at: now + leaseMs,
  };
  if (!(await deps.storage.write((tx) => takeIdempotencyKey(tx, claim)))) throw new TakenElsewhere();
  return claim;
}

async function hold(tx: WriteTransaction, row: IdempotencyKeysTable): Promise<void> {
  if (!(await updateIdempotencyClaim(tx, row))) throw new TakenElsewhere();
}
