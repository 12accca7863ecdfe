import { moduleFee, type AppliedQuote, type Cart } from '@hemat/shared';
import type { RedeemAnswer, Redemption } from '@hemat/shared/schemas';
import { findCodeFacts, type CodeFactsRow } from '../storage/repositories/code-facts.js';
import { countPaidOrder } from '../storage/repositories/customers.js';
import { findDiscountCodeById, type DiscountCodeRow } from '../storage/repositories/discount-codes.js';
import { setOrderContent, type OrderKey } from '../storage/repositories/orders.js';
import type { WriteTransaction } from '../storage/storage.js';
import type { RedemptionsTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { applyChanges } from './ledger/apply-changes.js';
import { discounted, openOrder, orderContent } from './ledger/open-order.js';
import { orderKey } from './ledger/order-key.js';
import { lockedRows, newestLock, paidRows } from './ledger/order-rows.js';
import { quotedRow } from './ledger/quoted-row.js';
import { redeemLocked } from './ledger/redeem-locked.js';
import { redeemAnswer } from './ledger/redeem-answer.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** A paid order whose discount the shop has taken off already, as a system says that locks nothing. Amounts in minor units. */
export interface AppliedPayment {
  readonly orderId: string;
  readonly externalSource?: string | null | undefined;
  readonly discountCodeId: string;
  readonly customerId?: string | null | undefined;
  readonly discountAmount: number;
  readonly shippingDiscount: number;
  /** Before the discount; null where the shop does not say: then the ledger knows the discount alone. */
  readonly subtotal: number | null;
}

/**
 * Counts one use of a code at the amounts that the shop took off: it was promised to the shopper, as by a lock, so that it
 * stands even when the code has ended since. A full cap is passed over under `honor` and refuses under the other policies. The
 * amounts of a real lock win. Idempotent on the order for ever.
 */
export async function redeemApplied(deps: CallDeps, payment: AppliedPayment): Promise<Outcome<RedeemAnswer>> {
  const key = orderKey(deps, payment);
  return writeOutcome(deps.storage, async (tx) => {
    const code = await findDiscountCodeById(tx, key.workspaceId, payment.discountCodeId);
    if (code === undefined) return refused({ code: 'NOT_FOUND', field: 'discountCodeId' });
    if (code.kind === 'onetime') return refuseInvalid([isBatch]);
    const cart = statedCart(payment, code.currency ?? deps.workspace.defaultCurrency);
    if (cart === null) return refuseInvalid([tooMuch]);
    const { order, rows } = await openOrder(deps, tx, key, orderContent(cart, payment.customerId ?? null));
    const paid = paidRows(rows);
    if (paid.length > 0) return replay(paid, payment);
    const locked = newestLock(rows);
    const redeemed = locked.some(({ discount_code_id }) => discount_code_id === code.id)
      ? await redeemLocked(deps, tx, { key, order, locked, customerId: payment.customerId ?? null })
      : lockedRows(rows).length > 0
        ? refused({ code: 'REDEMPTION_CONFLICT' })
        : await redeemStated(deps, tx, { key, cart, code, rows, payment });
    return redeemed.ok ? done(answerFor(redeemed.value, code.id, true)) : redeemed;
  });
}

const isBatch = {
  path: ['discountCodeId'],
  code: 'custom',
  message: 'is a batch of one-time codes: send the code',
};
const tooMuch = { path: ['subtotal'], code: 'custom', message: 'is below the discount' };

/** The least cart that the statement can be about; null where the discount is more than the subtotal. */
function statedCart(payment: AppliedPayment, currency: string): Cart | null {
  const { discountAmount, shippingDiscount, subtotal } = payment;
  if (subtotal !== null && subtotal < discountAmount) return null;
  return {
    currency,
    lines: [],
    subtotal: subtotal ?? discountAmount,
    shippingAmount: shippingDiscount,
    region: null,
  };
}

function replay(paid: readonly RedemptionsTable[], payment: AppliedPayment): Outcome<RedeemAnswer> {
  const row = paid.find(({ discount_code_id }) => discount_code_id === payment.discountCodeId);
  const isSame =
    row !== undefined &&
    // Amounts that a lock had frozen are answered to whatever the shop states.
    (row.locked_at !== null ||
      (row.discount_amount === payment.discountAmount && row.shipping_discount === payment.shippingDiscount));
  return isSame
    ? done(answerFor(paid.map(presentRedemption), payment.discountCodeId, false))
    : refused({ code: 'REDEMPTION_CONFLICT' });
}

/** The row of the code that was asked for comes first. */
function answerFor(rows: readonly Redemption[], discountCodeId: string, created: boolean): RedeemAnswer {
  const own = rows.filter((row) => row.discountCodeId === discountCodeId);
  return redeemAnswer([...own, ...rows.filter((row) => !own.includes(row))], [], created);
}

interface StatedPayment {
  readonly key: OrderKey;
  readonly cart: Cart;
  readonly code: DiscountCodeRow;
  readonly rows: readonly RedemptionsTable[];
  readonly payment: AppliedPayment;
}

async function redeemStated(
  deps: CallDeps,
  tx: WriteTransaction,
  { key, cart, code, rows, payment }: StatedPayment,
): Promise<Outcome<Redemption[]>> {
  if (!deps.workspace.marketingEnabled) return refused({ code: 'MARKETING_MODULE_DISABLED' });
  const customerId = payment.customerId ?? null;
  const now = deps.now();
  const caps = await loadFacts(tx, code);
  const answer = statedQuote(cart, code, payment);
  const quoted = { key, customerId, cart, answer, codes: [caps], rows, now };
  const { before, row } = quotedRow(deps, quoted, 0);
  const fee = moduleFee(answer.total, deps.workspace.moduleFeeBasisPoints);
  const next: RedemptionsTable = { ...row, status: 'redeemed', redeemed_at: now, fee_amount: fee };
  await setOrderContent(tx, key, discounted(orderContent(cart, customerId), customerId, answer));
  if (customerId !== null) await countPaidOrder(tx, { workspaceId: key.workspaceId, customerId, now });
  const whenFull = code.limit_policy === 'honor' ? 'stands' : 'refused';
  return applyChanges(deps, tx, [{ before, next, caps, whenFull }]);
}

async function loadFacts(tx: WriteTransaction, code: DiscountCodeRow): Promise<CodeFactsRow> {
  const { workspace_id: workspaceId, canonical_key: key } = code;
  const facts = await findCodeFacts(tx, { workspaceId, key, customerId: null });
  if (facts === undefined) throw new Error('a code that was found is gone');
  return facts;
}

function statedQuote(cart: Cart, code: DiscountCodeRow, payment: AppliedPayment): AppliedQuote {
  const { discountAmount, shippingDiscount } = payment;
  const { currency, subtotal, shippingAmount } = cart;
  const { id, version } = code;
  return {
    applies: true,
    codes: [{ id, code: code.code, version, discountAmount, shippingDiscount, allocations: [] }],
    allocations: [],
    currency,
    subtotal,
    shippingAmount,
    discountAmount,
    shippingDiscount,
    total: subtotal + shippingAmount - discountAmount - shippingDiscount,
  };
}
