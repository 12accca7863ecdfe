import { reasonMessage } from '@hemat/shared';
import { HematError, QuoteChangedError, RefusedError } from '@hemat/shared/client';
import type { LockAnswer } from '@hemat/shared/schemas';
import type { Language } from '../locales/language.js';
import { toCartInput, type PricedCart } from '../shop/cart.js';
import type { ShopDeps } from '../shop-deps.js';
import { checkCode } from './check-code.js';
import type { Order } from './order.js';
import type { OrderForm } from './order-form.js';

/** An order form as it was sent. */
export interface Placement {
  /** Sending the same form twice carries the same id. */
  readonly orderId: string;
  readonly customerId: string;
  readonly form: OrderForm;
  readonly cart: PricedCart;
  /** As typed. */
  readonly codes: readonly string[];
  /** The signed quote of what the shopper saw. */
  readonly quote: string | null;
  readonly language: Language;
}

/** What the shopper saves and pays, whole rupiah. */
export interface Saving {
  readonly discountAmount: number;
  readonly shippingDiscount: number;
  readonly total: number;
}

/** How placing an order ended. */
export type Placed =
  | { readonly kind: 'placed'; readonly order: Order }
  /** A code does not apply: which one, where the service named it; `message` is for the shopper. */
  | { readonly kind: 'refused'; readonly code: string | null; readonly message: string }
  /** It applies, but gives another amount than the shopper saw; `quote` signs the new one. */
  | {
      readonly kind: 'quoteChanged';
      readonly previous: Saving;
      readonly current: Saving;
      readonly quote: string;
    }
  /** The discount service did not answer. */
  | { readonly kind: 'unavailable' };

/** How long after an attempt a lock without an order is given back, ms. */
const strayLockMs = 10 * 60_000;

/**
 * Locks the codes of an order and stores it net of the discount; nothing is stored unless it answers `placed`. Before the lock
 * a release is put by, and taken out with the order, so that a lock whose order never came to be is given back.
 */
export async function placeOrder(deps: ShopDeps, placement: Placement): Promise<Placed> {
  const existing = deps.orders.find(placement.orderId);
  if (existing !== undefined) return { kind: 'placed', order: existing };
  if (placement.codes.length === 0) return { kind: 'placed', order: store(deps, placement, null) };
  putReleaseBy(deps, placement.orderId);
  try {
    return { kind: 'placed', order: store(deps, placement, await lock(deps, placement)) };
  } catch (error) {
    if (error instanceof QuoteChangedError) return quoteAnew(deps, placement, error);
    if (error instanceof HematError) return explain(error, placement.language);
    throw error;
  }
}

function putReleaseBy({ database, tasks, now }: ShopDeps, orderId: string): void {
  database.transaction(() => {
    tasks.dropOpen(orderId, 'release');
    tasks.add(orderId, { kind: 'release', payload: { orderId } }, { now: now(), dueAt: now() + strayLockMs });
  })();
}

/** An earlier try whose answer was lost may have left a lock with other codes: that one is given back first. */
async function lock({ client }: ShopDeps, placement: Placement): Promise<LockAnswer> {
  const { orderId, customerId, codes, cart, quote, language } = placement;
  const input = { orderId, customerId, codes: [...codes], quote, ...toCartInput(cart) };
  try {
    return await client.discountCodes.lock(input, { language });
  } catch (error) {
    if (!(error instanceof HematError) || error.code !== 'ORDER_ALREADY_DISCOUNTED') throw error;
    await client.discountCodes.release({ orderId });
    return client.discountCodes.lock(input, { language });
  }
}

function store(
  { database, orders, tasks, now }: ShopDeps,
  placement: Placement,
  locked: LockAnswer | null,
): Order {
  const { orderId, customerId, form, cart } = placement;
  const { discountAmount, shippingDiscount } = locked ?? { discountAmount: 0, shippingDiscount: 0 };
  const order: Order = {
    id: orderId,
    customerId,
    ...form,
    region: cart.destination.region,
    lines: cart.lines.map(({ product: { id, name, tags, price }, quantity }) => ({
      productId: id,
      name,
      tags,
      quantity,
      unitAmount: price,
    })),
    codes: (locked?.redemptions ?? []).map((row) => ({
      code: row.code,
      redemptionId: row.id,
      discountAmount: row.discountAmount,
      shippingDiscount: row.shippingDiscount,
    })),
    subtotal: cart.subtotal,
    shippingAmount: cart.shippingAmount,
    discountAmount,
    shippingDiscount,
    total: cart.subtotal + cart.shippingAmount - discountAmount - shippingDiscount,
    status: 'awaiting_payment',
    createdAt: now(),
  };
  return database.transaction(() => {
    const isNew = orders.insert(order);
    if (isNew && locked !== null) tasks.dropOpen(order.id, 'release');
    return orders.find(order.id) ?? order;
  })();
}

/** A code that the service cannot even read is one that nobody has; a quote it does not know is asked for anew by the page. */
function explain(error: HematError, language: Language): Placed {
  if (error instanceof RefusedError) {
    return { kind: 'refused', code: error.refusedCode, message: error.message };
  }
  if (error.code !== 'VALIDATION_ERROR' || error.field === 'quote') return { kind: 'unavailable' };
  return {
    kind: 'refused',
    code: null,
    message: reasonMessage('CODE_NOT_FOUND', [], { locale: language, currency: 'IDR' }),
  };
}

async function quoteAnew(
  deps: ShopDeps,
  placement: Placement,
  { previous }: QuoteChangedError,
): Promise<Placed> {
  const check = await checkCode(deps, placement);
  if (check.kind === 'unavailable') return check;
  if (check.kind === 'refused') return { ...check, code: null };
  const { quote, ...current } = check;
  return { kind: 'quoteChanged', previous, current, quote };
}
