import type { ReverseAnswer, ReverseInput } from '@hemat/shared/schemas';
import { takeOrder } from '../storage/repositories/orders.js';
import { findRedemption } from '../storage/repositories/redemptions.js';
import type { RedemptionsTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { applyChanges } from './ledger/apply-changes.js';
import { noCaps } from './ledger/move-slots.js';
import { orderKeyOf } from './ledger/order-key.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';
import { writeOutcome } from './write-outcome.js';

/**
 * Takes a counted redemption back, because its order was refunded; gives the use back to the code and the customer unless
 * `restoreUse` is false. Works once; again it answers the row, `reversed: false`.
 */
export async function reverseRedemption(
  deps: CallDeps,
  input: ReverseInput & { readonly id: string },
): Promise<Outcome<ReverseAnswer>> {
  const { id } = input;
  return writeOutcome<ReverseAnswer>(deps.storage, async (tx) => {
    const known = await findRedemption(tx, deps.workspace.id, id);
    if (known === undefined) return refused({ code: 'NOT_FOUND' });
    const now = deps.now();
    await takeOrder(tx, orderKeyOf(known), now);
    // Another call may have changed it until its order was taken.
    const before = (await findRedemption(tx, deps.workspace.id, id)) ?? known;
    if (before.status === 'reversed') {
      return done({ reversed: false, redemption: presentRedemption(before) });
    }
    if (before.status !== 'redeemed') return refused({ code: 'REDEMPTION_CONFLICT' });
    const next: RedemptionsTable = {
      ...before,
      status: 'reversed',
      reversed_at: now,
      use_restored: input.restoreUse === false ? 0 : 1,
      updated_at: now,
    };
    const reversed = await applyChanges(deps, tx, [{ before, next, caps: noCaps, whenFull: 'stands' }]);
    return reversed.ok ? done({ reversed: true, redemption: presentRedemption(next) }) : reversed;
  });
}
