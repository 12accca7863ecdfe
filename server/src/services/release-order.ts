import type { ReleaseAnswer, ReleaseInput } from '@hemat/shared/schemas';
import type { RedemptionsTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { applyChanges, type CountedChange } from './ledger/apply-changes.js';
import { noCaps } from './ledger/move-slots.js';
import { openKnownOrder } from './ledger/open-order.js';
import { orderKey } from './ledger/order-key.js';
import { firstRow, newestLock, paidRows } from './ledger/order-rows.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';
import { writeOutcome } from './write-outcome.js';

/**
 * Gives back what an order that was cancelled before it was paid has locked. Works once; again it answers the rows, `released:
 * false`. A paid order is a conflict.
 */
export async function releaseOrder(deps: CallDeps, input: ReleaseInput): Promise<Outcome<ReleaseAnswer>> {
  return writeOutcome(deps.storage, async (tx) => {
    const opened = await openKnownOrder(deps, tx, orderKey(deps, input));
    if (opened === undefined || opened.rows.length === 0) {
      return refused({ code: 'NOT_FOUND', field: 'orderId' });
    }
    const { rows } = opened;
    if (paidRows(rows).length > 0) return refused({ code: 'REDEMPTION_CONFLICT' });
    const now = deps.now();
    const changes = newestLock(rows).map((before): CountedChange => {
      const next: RedemptionsTable = { ...before, status: 'released', released_at: now, updated_at: now };
      return { before, next, caps: noCaps, whenFull: 'stands' };
    });
    const released = await applyChanges(deps, tx, changes);
    if (!released.ok) return released;
    const answered = changes.length > 0 ? released.value : rows.map(presentRedemption);
    return done({
      released: changes.length > 0,
      redemption: firstRow(answered, []),
      redemptions: answered,
    });
  });
}
