import { splitOverUnits } from '../money/split-over-units.js';
import type { LineAllocation } from '../schemas/redemption.js';
import type { Cart } from './cart.js';
import type { Allocation } from './quote-result.js';

/** What a redemption stores: every line of the cart, also those that bear nothing, with its share and its units' shares. */
export function lineAllocations(cart: Cart, allocations: readonly Allocation[]): LineAllocation[] {
  const shares = new Map(allocations.map(({ lineId, amount }) => [lineId, amount]));
  return cart.lines.map(({ lineId, productId, quantity, unitAmount }) => {
    const amount = shares.get(lineId) ?? 0;
    return { lineId, productId, quantity, unitAmount, amount, unitShares: splitOverUnits(amount, quantity) };
  });
}
