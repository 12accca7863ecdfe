import { HematError } from '@hemat/shared/client';
import type { ShopDeps } from '../shop-deps.js';
import type { Order, OrderLine } from './order.js';
import type { RefundedLine } from './refund-repository.js';
import { unitsLeft, type LineLeft } from './units-left.js';

/** One line of a refund, whole rupiah: `amount = gross − discount`. */
export interface RefundLine {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly gross: number;
  readonly discount: number;
  readonly amount: number;
}

/** What a refund would come to. */
export interface RefundPreview {
  readonly lines: readonly RefundLine[];
  /** The shipping that was paid, when the last unit comes back; otherwise 0. */
  readonly shipping: number;
  readonly amount: number;
  /** Whether nothing is left with the shopper afterwards. */
  readonly isComplete: boolean;
  /** How many refunds went before: the refund is made only while that is still so. */
  readonly sequence: number;
}

/** A preview, or why there is none. */
export type PreviewedRefund =
  | { readonly kind: 'previewed'; readonly preview: RefundPreview }
  | { readonly kind: 'nothingChosen' }
  /** More than is left, or the order is not paid. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'unavailable' };

/**
 * Works out what was really paid for some units of a paid order. With a code the discount service answers it from the unit
 * shares it stored; without one it is the price.
 */
export async function previewRefund(
  deps: ShopDeps,
  order: Order,
  chosen: readonly RefundedLine[],
): Promise<PreviewedRefund> {
  const before = deps.refunds.listOfOrder(order.id);
  const left = unitsLeft(order, before);
  const wanted = chosen.filter(({ quantity }) => quantity > 0);
  if (wanted.length === 0) return { kind: 'nothingChosen' };
  if (order.status !== 'paid' || wanted.some((line) => !fits(line, left))) return { kind: 'stale' };
  try {
    const lines = await priceLines(deps, order, { wanted, left });
    const isComplete = left.every((line) => line.left === quantityOf(line, wanted));
    const shipping = isComplete ? order.shippingAmount - order.shippingDiscount : 0;
    const amount = lines.reduce((sum, line) => sum + line.amount, shipping);
    return { kind: 'previewed', preview: { lines, shipping, amount, isComplete, sequence: before.length } };
  } catch (error) {
    if (error instanceof HematError) return { kind: 'unavailable' };
    throw error;
  }
}

interface Wanted {
  readonly wanted: readonly RefundedLine[];
  readonly left: readonly LineLeft[];
}

async function priceLines(deps: ShopDeps, order: Order, { wanted, left }: Wanted): Promise<RefundLine[]> {
  const paid = await paidFor(deps, order, { wanted, left });
  return left.flatMap(({ line }): RefundLine[] => {
    const answer = paid.find(({ lineId }) => lineId === line.productId);
    if (answer === undefined) return [];
    const { quantity, gross, discount, amount } = answer;
    return [{ line, quantity, gross, discount, amount }];
  });
}

/** Every code of an order is known by its first redemption: the service adds their shares up. */
async function paidFor({ client }: ShopDeps, order: Order, { wanted, left }: Wanted) {
  const [code] = order.codes;
  if (code === undefined) {
    return wanted.map(({ lineId, quantity }) => {
      const unitAmount = order.lines.find(({ productId }) => productId === lineId)?.unitAmount ?? 0;
      return { lineId, quantity, gross: quantity * unitAmount, discount: 0, amount: quantity * unitAmount };
    });
  }
  const lines = wanted.map(({ lineId, quantity }) => ({
    lineId,
    quantity,
    alreadyRefunded: left.find(({ line }) => line.productId === lineId)?.refunded ?? 0,
  }));
  return (await client.redemptions.refundPreview(code.redemptionId, { lines })).lines;
}

function fits({ lineId, quantity }: RefundedLine, left: readonly LineLeft[]): boolean {
  return left.some(({ line, left: most }) => line.productId === lineId && quantity <= most);
}

function quantityOf({ line }: LineLeft, wanted: readonly RefundedLine[]): number {
  return wanted.find(({ lineId }) => lineId === line.productId)?.quantity ?? 0;
}
