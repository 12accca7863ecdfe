import type { CreateDiscountCodeInput, DiscountCode } from '@hemat/shared/schemas';
import { insertDiscountCode } from '../storage/repositories/discount-codes.js';
import { insertStringBatch } from '../storage/repositories/string-batches.js';
import type { StringBatchesTable } from '../storage/one-time-tables.js';
import type { WriteTransaction } from '../storage/storage.js';
import type { CallDeps } from './deps.js';
import { newCodeRow } from './new-code-row.js';
import { makeStrings, storeStrings } from './one-time/generate-strings.js';
import { newBatch, newRow } from './one-time/new-batch.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentDiscountCode } from './present-discount-code.js';
import { recordCodeChange } from './record-code-change.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** Batches up to this size are whole when the call answers. */
const mostAtOnce = 100;

/** Makes a code, or a batch, a large one of which is generated in the background; `CODE_EXISTS` where the workspace has one with the same canonical key, archived ones included. */
export async function createDiscountCode(
  deps: CallDeps,
  input: CreateDiscountCodeInput,
): Promise<Outcome<DiscountCode>> {
  const { row, faults } = newCodeRow(deps, input);
  if (faults.length > 0) return refuseInvalid(faults);
  const batch = input.kind === 'onetime' ? newBatch(row, input) : null;
  return writeOutcome(deps.storage, async (tx) => {
    if (!(await insertDiscountCode(tx, row))) return refused({ code: 'CODE_EXISTS', field: 'code' });
    const made = batch === null ? null : await startBatch(deps, tx, batch);
    if (made?.ok === false) return made;
    const after = presentDiscountCode(newRow(row, made?.value ?? null), row.created_at);
    await recordCodeChange(tx, deps, { type: 'discount_code.created', before: null, after });
    return done(after);
  });
}

async function startBatch(
  deps: CallDeps,
  tx: WriteTransaction,
  batch: StringBatchesTable,
): Promise<Outcome<StringBatchesTable>> {
  const isSmall = batch.total <= mostAtOnce;
  const started = isSmall ? { ...batch, done: batch.total } : batch;
  await insertStringBatch(tx, started);
  const isStored = !isSmall || (await storeStrings(tx, makeStrings(deps, batch, batch.total)));
  // One chance in millions: somebody has a string that was drawn.
  return isStored ? done(started) : refused({ code: 'UNAVAILABLE' });
}
