import type { CartInput } from '../schemas/cart-input.js';
import type { Cart } from './cart.js';

/**
 * The cart of a checked request: a line without `lineId` is named by its place, counted from 1; the subtotal is the sum of the
 * lines where there are any; `region` is upper-cased; `defaultCurrency` stands in for an absent one.
 */
export function cartFromInput(input: CartInput, defaultCurrency: string): Cart {
  const lines = (input.lineItems ?? []).map((line, index) => ({
    lineId: line.lineId ?? String(index + 1),
    productId: line.productId ?? null,
    tags: line.tags ?? [],
    quantity: line.quantity,
    unitAmount: line.unitAmount,
  }));
  const sum = lines.reduce((total, line) => total + line.quantity * line.unitAmount, 0);
  return {
    currency: input.currency ?? defaultCurrency,
    lines,
    subtotal: lines.length === 0 ? (input.subtotal ?? 0) : sum,
    shippingAmount: input.shippingAmount ?? 0,
    region: input.region?.toUpperCase() ?? null,
  };
}
