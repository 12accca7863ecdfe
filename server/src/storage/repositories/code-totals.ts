import type { Reader } from '../storage.js';

/** The sums of one code in one currency, minor units. */
export interface CodeTotalsRow {
  readonly discount_code_id: string;
  readonly currency: string;
  readonly orders: number;
  readonly discount_amount: number;
  readonly shipping_discount: number;
}

/** What each of these codes has given away in all, from the figures of each day. */
export async function listCodeTotals(
  db: Reader,
  workspaceId: string,
  codeIds: readonly string[],
): Promise<CodeTotalsRow[]> {
  if (codeIds.length === 0) return [];
  const rows = await db
    .selectFrom('daily_stats')
    .select(({ fn }) => [
      'discount_code_id',
      'currency',
      fn.sum<number>('orders').as('orders'),
      fn.sum<number>('discount_amount').as('discount_amount'),
      fn.sum<number>('shipping_discount').as('shipping_discount'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('discount_code_id', 'in', codeIds)
    .groupBy(['discount_code_id', 'currency'])
    .orderBy('discount_code_id')
    .orderBy('currency')
    .execute();
  // PostgreSQL sums integers into a wider type that its driver hands over as text.
  return rows.map((row) => ({
    ...row,
    orders: Number(row.orders),
    discount_amount: Number(row.discount_amount),
    shipping_discount: Number(row.shipping_discount),
  }));
}
