import { cartFromInput, type Cart } from '@hemat/shared';
import type { RedeemAnswer, RedeemInput } from '@hemat/shared/schemas';
import type { WriteTransaction } from '../storage/storage.js';
import type { OrdersTable, RedemptionsTable } from '../storage/tables.js';
import { askedCodes, type AskedCode } from './asked-codes.js';
import type { CallDeps } from './deps.js';
import { openKnownOrder, openOrder, type OpenOrder } from './ledger/open-order.js';
import { orderKey } from './ledger/order-key.js';
import { haveEach, lockedRows, newestLock, paidRows } from './ledger/order-rows.js';
import { redeemAnew } from './ledger/redeem-anew.js';
import { redeemAnswer } from './ledger/redeem-answer.js';
import { redeemLocked } from './ledger/redeem-locked.js';
import { done, refused, type Outcome } from './outcome.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** What a call says was paid. */
interface Payment {
  readonly input: RedeemInput;
  readonly asked: readonly AskedCode[];
  /** null where the call brings none. */
  readonly cart: Cart | null;
}

/**
 * Counts one use of each code of an order whose payment is confirmed: of its lock at the locked amounts, else of the codes that
 * the call brings, validated in full. Idempotent on the order for ever.
 */
export async function redeemOrder(deps: CallDeps, input: RedeemInput): Promise<Outcome<RedeemAnswer>> {
  const hasCart = input.subtotal != null || (input.lineItems ?? []).length > 0;
  const payment: Payment = {
    input,
    asked: askedCodes(input),
    cart: hasCart ? cartFromInput(input, deps.workspace.defaultCurrency) : null,
  };
  return writeOutcome(deps.storage, async (tx) => {
    const opened = await openPaidOrder(deps, tx, payment);
    if (opened === undefined) return refuseUnknown(payment);
    const paid = paidRows(opened.rows);
    if (paid.length > 0) return replay(opened.order, paid, payment);
    const redeemed = await redeemOpen(deps, tx, opened, payment);
    return redeemed.ok ? done(redeemAnswer(redeemed.value, payment.asked, true)) : redeemed;
  });
}

/** Only a call that can be validated in full makes an order. */
function openPaidOrder(
  deps: CallDeps,
  tx: WriteTransaction,
  { input, asked, cart }: Payment,
): Promise<OpenOrder | undefined> {
  const key = orderKey(deps, input);
  if (cart === null || asked.length === 0) return openKnownOrder(deps, tx, key);
  return openOrder(deps, tx, key, { cart, customerId: input.customerId ?? null });
}

function refuseUnknown({ asked }: Payment): Outcome<never> {
  if (asked.length === 0) return refused({ code: 'NOT_FOUND', field: 'orderId' });
  return refuseInvalid([
    { path: ['subtotal'], code: 'custom', message: 'is needed to redeem an order that was not locked' },
  ]);
}

function replay(
  order: OrdersTable,
  paid: readonly RedemptionsTable[],
  { input, asked, cart }: Payment,
): Outcome<RedeemAnswer> {
  const isOtherAmount =
    (cart !== null && cart.subtotal !== order.subtotal) ||
    (input.currency != null && input.currency !== order.currency) ||
    (input.shippingAmount != null && input.shippingAmount !== order.shipping_amount);
  return isOtherAmount || !haveEach(paid, asked)
    ? refused({ code: 'REDEMPTION_CONFLICT' })
    : done(redeemAnswer(paid, asked, false));
}

/** A live lock decides; one whose hold ran out too, unless the call brings other codes. */
async function redeemOpen(
  deps: CallDeps,
  tx: WriteTransaction,
  { order, rows }: OpenOrder,
  { input, asked, cart }: Payment,
): Promise<Outcome<RedemptionsTable[]>> {
  const locked = newestLock(rows);
  const customerId = input.customerId ?? null;
  if (locked.length > 0 && haveEach(locked, asked))
    return redeemLocked(deps, tx, { order, locked, customerId });
  if (lockedRows(rows).length > 0 || asked.length === 0 || cart === null) {
    return refused({ code: 'REDEMPTION_CONFLICT' });
  }
  const customer = { id: customerId ?? order.customer_id, isNew: input.customer?.isNew ?? null };
  return redeemAnew(deps, tx, { key: orderKey(deps, input), codes: asked, cart, customer, rows });
}
