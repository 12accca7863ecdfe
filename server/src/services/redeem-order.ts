import { cartFromInput, type Cart } from '@hemat/shared';
import type { RedeemAnswer, RedeemInput, Redemption } from '@hemat/shared/schemas';
import type { OrderContent, TakenOrder } from '../storage/repositories/orders.js';
import type { WriteTransaction } from '../storage/storage.js';
import type { RedemptionsTable } from '../storage/tables.js';
import { askedCodes, type AskedCode } from './asked-codes.js';
import type { CallDeps } from './deps.js';
import { openKnownOrder, openOrder, orderContent, type OpenOrder } from './ledger/open-order.js';
import { orderKey } from './ledger/order-key.js';
import { haveEach, lockedRows, newestLock, paidRows } from './ledger/order-rows.js';
import { redeemAnew } from './ledger/redeem-anew.js';
import { redeemAnswer } from './ledger/redeem-answer.js';
import { redeemLocked } from './ledger/redeem-locked.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** What a call says was paid. */
interface Payment {
  readonly input: RedeemInput;
  readonly asked: readonly AskedCode[];
  /** The cart and what a new order keeps of it; null where the call brings none. */
  readonly brought: { readonly cart: Cart; readonly content: OrderContent } | null;
}

/**
 * Counts one use of each code of an order whose payment is confirmed: of its lock at the locked amounts, else of the codes that
 * the call brings, validated in full. Idempotent on the order for ever.
 */
export async function redeemOrder(deps: CallDeps, input: RedeemInput): Promise<Outcome<RedeemAnswer>> {
  const hasCart = input.subtotal != null || (input.lineItems ?? []).length > 0;
  const cart = hasCart ? cartFromInput(input, deps.workspace.defaultCurrency) : null;
  const payment: Payment = {
    input,
    asked: askedCodes(input),
    brought: cart && { cart, content: orderContent(cart, input.customerId ?? null) },
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
  { input, asked, brought }: Payment,
): Promise<OpenOrder | undefined> {
  const key = orderKey(deps, input);
  if (brought === null || asked.length === 0) return openKnownOrder(deps, tx, key);
  return openOrder(deps, tx, key, brought.content);
}

function refuseUnknown({ asked }: Payment): Outcome<never> {
  if (asked.length === 0) return refused({ code: 'NOT_FOUND', field: 'orderId' });
  return refuseInvalid([
    { path: ['subtotal'], code: 'custom', message: 'is needed to redeem an order that was not locked' },
  ]);
}

function replay(
  order: TakenOrder,
  paid: readonly RedemptionsTable[],
  { input, asked, brought }: Payment,
): Outcome<RedeemAnswer> {
  const isOtherAmount =
    (brought !== null && brought.cart.subtotal !== order.subtotal) ||
    (input.currency != null && input.currency !== order.currency) ||
    (input.shippingAmount != null && input.shippingAmount !== order.shipping_amount);
  return isOtherAmount || !haveEach(paid, asked)
    ? refused({ code: 'REDEMPTION_CONFLICT' })
    : done(redeemAnswer(paid.map(presentRedemption), asked, false));
}

/** A live lock decides; one whose hold ran out too, unless the call brings other codes. */
async function redeemOpen(
  deps: CallDeps,
  tx: WriteTransaction,
  { order, rows }: OpenOrder,
  { input, asked, brought }: Payment,
): Promise<Outcome<Redemption[]>> {
  const key = orderKey(deps, input);
  const locked = newestLock(rows);
  const customerId = input.customerId ?? null;
  if (locked.length > 0 && haveEach(locked, asked)) {
    return redeemLocked(deps, tx, { key, order, locked, customerId });
  }
  if (lockedRows(rows).length > 0 || asked.length === 0 || brought === null) {
    return refused({ code: 'REDEMPTION_CONFLICT' });
  }
  const customer = { id: customerId ?? order.customer_id, isNew: input.customer?.isNew ?? null };
  return redeemAnew(deps, tx, { key, codes: asked, ...brought, customer, rows });
}
