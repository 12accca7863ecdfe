import type { DiscountCode } from '@hemat/shared/schemas';
import {
  archiveDiscountCode as archiveRow,
  findDiscountCodeById,
  lockDiscountCode,
} from '../storage/repositories/discount-codes.js';
import type { CallDeps } from './deps.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentDiscountCode } from './present-discount-code.js';
import { recordCodeChange } from './record-code-change.js';
import { writeOutcome } from './write-outcome.js';

/** Takes a code out of use for good and keeps its history; once archived, the same call changes nothing. */
export async function archiveDiscountCode(deps: CallDeps, id: string): Promise<Outcome<DiscountCode>> {
  const { storage, workspace } = deps;
  const now = deps.now();
  return writeOutcome(storage, async (tx) => {
    await lockDiscountCode(tx, workspace.id, id);
    const before = await findDiscountCodeById(tx, workspace.id, id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    if (!(await archiveRow(tx, workspace.id, id, now))) return done(presentDiscountCode(before, now));
    const archived = { ...before, active: 0, archived_at: now, updated_at: now, version: before.version + 1 };
    const after = presentDiscountCode(archived, now);
    await recordCodeChange(tx, deps, {
      type: 'discount_code.archived',
      before: presentDiscountCode(before, now),
      after,
    });
    return done(after);
  });
}
