import { cartFromInput } from '@hemat/shared';
import type { LockAnswer, LockInput } from '@hemat/shared/schemas';
import type { TakenOrder } from '../storage/repositories/orders.js';
import type { RedemptionsTable } from '../storage/tables.js';
import { askedCodes } from './asked-codes.js';
import type { CallDeps } from './deps.js';
import { lockAnew } from './ledger/lock-anew.js';
import { lockAnswer, type LockAttempt } from './ledger/lock-attempt.js';
import { openOrder, orderContent } from './ledger/open-order.js';
import { orderKey } from './ledger/order-key.js';
import { haveEach, lockedRows, newestLock, paidRows } from './ledger/order-rows.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';
import { refuseInvalid } from './refuse-invalid.js';
import { readQuote } from './signed-quote.js';
import { writeOutcome } from './write-outcome.js';

/**
 * Freezes the discount of an order that was submitted: the codes that are asked for together with those the order has locked
 * already, all or none. The same again answers the stored rows, `created: false`.
 */
export async function lockOrder(deps: CallDeps, input: LockInput): Promise<Outcome<LockAnswer>> {
  const shown = input.quote == null ? null : readQuote(deps, input.quote);
  if (input.quote != null && shown === null) {
    return refuseInvalid([{ path: ['quote'], code: 'custom', message: 'is not a quote of this workspace' }]);
  }
  const cart = cartFromInput(input, deps.workspace.defaultCurrency);
  const customerId = input.customerId ?? null;
  const attempt: LockAttempt = {
    key: orderKey(deps, input),
    asked: askedCodes(input),
    cart,
    content: orderContent(cart, customerId),
    customerId,
    isNew: input.customer?.isNew ?? null,
    shown,
  };
  return writeOutcome(deps.storage, async (tx) => {
    const opened = await openOrder(deps, tx, attempt.key, attempt.content);
    const paid = paidRows(opened.rows);
    if (paid.length > 0) return lockPaid(opened.order, paid, attempt);
    const locked = newestLock(opened.rows);
    if (isStored(opened.order, locked, attempt)) return storedLock(opened.order, locked, attempt);
    return lockAnew(deps, tx, opened, attempt);
  });
}

/** A paid order takes the same question again, and no other. */
function lockPaid(
  order: TakenOrder,
  paid: readonly RedemptionsTable[],
  attempt: LockAttempt,
): Outcome<LockAnswer> {
  const { asked, cart } = attempt;
  const isSame =
    haveEach(paid, asked) &&
    order.currency === cart.currency &&
    order.subtotal === cart.subtotal &&
    order.shipping_amount === cart.shippingAmount;
  return isSame ? storedLock(order, paid, attempt) : refused({ code: 'REDEMPTION_CONFLICT' });
}

/**
 * Whether the order is locked just so: the same codes, cart and customer, no hold that ran out, as its figures count that code
 * too, and no other amount shown since.
 */
function isStored(order: TakenOrder, locked: readonly RedemptionsTable[], attempt: LockAttempt): boolean {
  const { asked, customerId, shown } = attempt;
  return (
    locked.length > 0 &&
    locked.length === lockedRows(locked).length &&
    haveEach(locked, asked) &&
    order.cart_hash === attempt.content.cart_hash &&
    (customerId === null || customerId === order.customer_id) &&
    (shown === null ||
      (shown.figures.discountAmount === order.discount_amount &&
        shown.figures.shippingDiscount === order.shipping_discount))
  );
}

function storedLock(
  order: TakenOrder,
  rows: readonly RedemptionsTable[],
  attempt: LockAttempt,
): Outcome<LockAnswer> {
  const figures = {
    currency: order.currency,
    subtotal: order.subtotal,
    shippingAmount: order.shipping_amount,
    discountAmount: order.discount_amount,
    shippingDiscount: order.shipping_discount,
    total: order.total,
  };
  return done(lockAnswer(attempt, figures, rows.map(presentRedemption), false));
}
