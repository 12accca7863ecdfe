import type { ReconcileAnswer, ReconcileInput, Redemption } from '@hemat/shared/schemas';
import { listPaidRedemptionRows } from '../storage/repositories/redemption-list.js';
import { listOrderRedemptions } from '../storage/repositories/redemptions.js';
import type { RedemptionsTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { orderKey } from './ledger/order-key.js';
import { newestLock, paidRows } from './ledger/order-rows.js';
import { done, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';
import { redeemOrder } from './redeem-order.js';
import { refuseInvalid } from './refuse-invalid.js';

const pageSize = 500;

/**
 * Compares the ledger with the orders a shop system says were paid in `[from, to)`: `missed` were paid and are not counted,
 * `extra` are counted and not among them, `repaired` were missed and are counted now. An order without any code is neither.
 */
export async function reconcileRedemptions(
  deps: CallDeps,
  input: ReconcileInput,
): Promise<Outcome<ReconcileAnswer>> {
  const from = Date.parse(input.from);
  const to = Date.parse(input.to);
  if (to <= from) {
    return refuseInvalid([{ path: ['to'], code: 'custom', message: 'does not come after from' }]);
  }
  const extra = await listExtra(deps, input, { from, to });
  const missed: ReconcileAnswer['missed'] = [];
  const repaired: Redemption[] = [];
  for (const orderId of new Set(input.orderIds)) {
    const rows = await listOrderRedemptions(deps.storage.reader, orderKey(deps, { ...input, orderId }));
    const [first] = rows;
    if (first === undefined || paidRows(rows).length > 0) continue;
    const counted = await repair(deps, input, orderId, rows);
    if (typeof counted === 'object' && counted !== null) repaired.push(...counted);
    else missed.push({ orderId, status: first.status, reason: counted });
  }
  return done({ missed, extra, repaired });
}

/** The counted rows, or why the order could not be counted (null: not tried). */
async function repair(
  deps: CallDeps,
  { externalSource, repair: isWanted }: ReconcileInput,
  orderId: string,
  rows: readonly RedemptionsTable[],
): Promise<readonly Redemption[] | string | null> {
  if (isWanted === false) return null;
  if (newestLock(rows).length === 0) return 'RELEASED';
  const redeemed = await redeemOrder(deps, { orderId, externalSource });
  return redeemed.ok ? redeemed.value.redemptions : redeemed.refusal.code;
}

async function listExtra(
  deps: CallDeps,
  input: ReconcileInput,
  period: { readonly from: number; readonly to: number },
): Promise<Redemption[]> {
  const paid = new Set(input.orderIds);
  const { workspaceId, externalSource } = orderKey(deps, { ...input, orderId: '' });
  const extra: Redemption[] = [];
  let after: { redeemedAt: number; id: string } | undefined;
  for (;;) {
    const query = { workspaceId, externalSource, ...period, after, limit: pageSize };
    const rows = await listPaidRedemptionRows(deps.storage.reader, query);
    extra.push(...rows.filter((row) => isExtra(row, paid)).map(presentRedemption));
    const last = rows.at(-1);
    if (last?.redeemed_at == null || rows.length < pageSize) return extra;
    after = { redeemedAt: last.redeemed_at, id: last.id };
  }
}

/** A refunded order was paid in its day, whatever the shop lists now. */
function isExtra({ status, external_ref }: RedemptionsTable, paid: ReadonlySet<string>): boolean {
  return status === 'redeemed' && !paid.has(external_ref);
}
