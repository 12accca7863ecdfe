import type { CodeTotalsList, CodeTotalsQuery } from '@hemat/shared/schemas';
import { listCodeTotals as listRows } from '../../storage/repositories/code-totals.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';

/** What each of some codes has given away since it was made. */
export async function listCodeTotals(
  { storage, workspace }: CallDeps,
  { ids }: CodeTotalsQuery,
): Promise<Outcome<CodeTotalsList>> {
  const rows = await listRows(storage.reader, workspace.id, ids);
  return done({
    items: rows.map((row) => ({
      discountCodeId: row.discount_code_id,
      currency: row.currency,
      orders: row.orders,
      discountAmount: row.discount_amount,
      shippingDiscount: row.shipping_discount,
    })),
  });
}
