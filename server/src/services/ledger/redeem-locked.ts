import { moduleFee } from '@hemat/shared';
import { loadCaps } from '../../storage/repositories/code-facts.js';
import { countPaidOrder } from '../../storage/repositories/customers.js';
import { setOrderContent } from '../../storage/repositories/orders.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { OrdersTable, RedemptionsTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';
import type { Outcome } from '../outcome.js';
import { applyChanges, type CountedChange } from './apply-changes.js';

/** A lock whose order was paid. */
export interface PaidLock {
  readonly order: OrdersTable;
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
): Promise<Outcome<RedemptionsTable[]>> {
  const { order, locked } = paid;
  const customerId = order.customer_id ?? paid.customerId;
  const changes: CountedChange[] = [];
  for (const [place, before] of locked.entries()) {
    const caps = await loadCaps(tx, before.workspace_id, before.discount_code_id);
    const fee = place === 0 ? moduleFee(order.total, deps.workspace.moduleFeeBasisPoints) : 0;
    const next = paidRow(before, { customerId, fee, now: deps.now() });
    changes.push({ before, next, caps, whenFull: whenFull(before) });
  }
  await rememberCustomer(deps, tx, order, customerId);
  return applyChanges(deps, tx, changes);
}

function whenFull({ status, limit_policy }: RedemptionsTable): CountedChange['whenFull'] {
  if (status === 'expired') return 'conflict';
  return limit_policy === 'strict' ? 'refused' : 'stands';
}

/** The payment may be the first to name the customer. */
async function rememberCustomer(
  deps: CallDeps,
  tx: WriteTransaction,
  order: OrdersTable,
  customerId: string | null,
): Promise<void> {
  if (customerId === null) return;
  const { workspace_id, external_source, external_ref } = order;
  if (order.customer_id === null) {
    const key = { workspaceId: workspace_id, externalSource: external_source, externalRef: external_ref };
    await setOrderContent(tx, key, { ...order, customer_id: customerId });
  }
  await countPaidOrder(tx, { workspaceId: workspace_id, customerId, now: deps.now() });
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
