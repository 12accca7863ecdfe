import { moduleFee } from '@hemat/shared';
import type { Redemption } from '@hemat/shared/schemas';
import { loadCaps } from '../../storage/repositories/code-facts.js';
import { countPaidOrder } from '../../storage/repositories/customers.js';
import { setOrderCustomer, type OrderKey, type TakenOrder } from '../../storage/repositories/orders.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';
import type { Outcome } from '../outcome.js';
import { applyChanges, type CountedChange } from './apply-changes.js';

/** A lock whose order was paid. */
export interface PaidLock {
  readonly key: OrderKey;
  readonly order: TakenOrder;
  /** The rows of the order's newest lock; those whose hold ran out are expired. */
  readonly locked: readonly RedemptionsTable[];
  /** Whom the payment names; counts where the lock named nobody. */
  readonly customerId: string | null;
}

/**
 * Counts what a lock froze, at the locked amounts. An honoured lock and a live hold stand whatever the cap; a strict one and a
 * hold that ran out take a free slot or are refused.
 */
export async function redeemLocked(
  deps: CallDeps,
  tx: WriteTransaction,
  paid: PaidLock,
): Promise<Outcome<Redemption[]>> {
  const { key, order, locked } = paid;
  const customerId = order.customer_id ?? paid.customerId;
  const changes: CountedChange[] = [];
  for (const [place, before] of locked.entries()) {
    const caps = await loadCaps(tx, before.workspace_id, before.discount_code_id);
    const fee = place === 0 ? moduleFee(order.total, deps.workspace.moduleFeeBasisPoints) : 0;
    const next = paidRow(before, { customerId, fee, now: deps.now() });
    changes.push({ before, next, caps, whenFull: whenFull(before) });
  }
  if (customerId !== null) {
    // The payment may be the first to name the customer.
    if (order.customer_id === null) await setOrderCustomer(tx, key, customerId);
    await countPaidOrder(tx, { workspaceId: key.workspaceId, customerId, now: deps.now() });
  }
  return applyChanges(deps, tx, changes);
}

function whenFull({ status, limit_policy }: RedemptionsTable): CountedChange['whenFull'] {
  if (status === 'expired') return 'conflict';
  return limit_policy === 'strict' ? 'refused' : 'stands';
}

function paidRow(
  before: RedemptionsTable,
  { customerId, fee, now }: { customerId: string | null; fee: number; now: number },
): RedemptionsTable {
  return {
    ...before,
    status: 'redeemed',
    customer_id: customerId,
    fee_amount: fee,
    redeemed_at: now,
    updated_at: now,
  };
}
