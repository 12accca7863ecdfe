import type { DiscountCode, PatchDiscountCodeInput } from '@hemat/shared/schemas';
import {
  findDiscountCodeById,
  lockDiscountCode,
  updateDiscountCode,
  type DiscountCodeChanges,
  type DiscountCodeRow,
} from '../storage/repositories/discount-codes.js';
import { hasRedemptions } from '../storage/repositories/redemptions.js';
import type { WriteTransaction } from '../storage/storage.js';
import type { DiscountCodesTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { mergeDiscountCode } from './merge-discount-code.js';
import { done, refused, type Outcome, type Refusal } from './outcome.js';
import { presentDiscountCode } from './present-discount-code.js';
import { recordCodeChange } from './record-code-change.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** Changes what is named and steps the version; a request that changes nothing leaves it. `FIELD_IMMUTABLE` for what is fixed. */
export async function patchDiscountCode(
  deps: CallDeps,
  { id, ...patch }: PatchDiscountCodeInput & { readonly id: string },
): Promise<Outcome<DiscountCode>> {
  const { workspace } = deps;
  const now = deps.now();
  return writeOutcome(deps.storage, async (tx) => {
    await lockDiscountCode(tx, workspace.id, id);
    const before = await findDiscountCodeById(tx, workspace.id, id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    const fixed = await findFixedField(tx, before, patch);
    if (fixed !== null) return refused(fixed);
    const { code: _, ...fields } = patch;
    const { row, faults } = mergeDiscountCode(before, fields, workspace.timeZone);
    if (faults.length > 0) return refuseInvalid(faults);
    const changes = differences(before, row);
    if (changes === null) return done(presentDiscountCode(before, now));
    await updateDiscountCode(tx, workspace.id, id, { ...changes, updated_at: now });
    const patched = { ...before, ...changes, updated_at: now, version: before.version + 1 };
    const after = presentDiscountCode(patched, now);
    await recordCodeChange(tx, deps, {
      type: 'discount_code.updated',
      before: presentDiscountCode(before, now),
      after,
    });
    return done(after);
  });
}

/** The code string always, the type once somebody used it, everything once it is archived. */
async function findFixedField(
  tx: WriteTransaction,
  row: DiscountCodeRow,
  patch: PatchDiscountCodeInput,
): Promise<Refusal | null> {
  const fixed = (field: string): Refusal => ({ code: 'FIELD_IMMUTABLE', field });
  if (row.archived_at !== null) return fixed('archivedAt');
  if (patch.code != null && patch.code !== row.code) return fixed('code');
  if (patch.type == null || patch.type === row.type) return null;
  return (await hasRedemptions(tx, row.workspace_id, row.id)) ? fixed('type') : null;
}

/** The columns that differ, or null where none does. */
function differences(before: DiscountCodesTable, after: DiscountCodesTable): DiscountCodeChanges | null {
  // Both rows have the same columns, and merging leaves those alone that never change.
  const changed = Object.entries(after).filter(
    ([column, value]) => before[column as keyof DiscountCodesTable] !== value,
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as DiscountCodeChanges);
}
