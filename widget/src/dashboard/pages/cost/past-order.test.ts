import { describe, expect, it } from 'vitest';
import { OrderReader, readHeader, type PastOrder } from './past-order.js';

function read(rows: string[][], currency = 'IDR'): { orders: PastOrder[]; skipped: number } {
  const [names = [], ...rest] = rows;
  const header = readHeader(names);
  if (header === null) throw new Error('no amounts');
  const orders: PastOrder[] = [];
  const reader = new OrderReader(header, currency, (order) => orders.push(order));
  for (const row of rest) reader.add(row);
  reader.end();
  return { orders, skipped: reader.skipped };
}

describe('OrderReader', () => {
  it('gathers the lines of an order, and takes its shipping once', () => {
    const { orders } = read([
      ['Order ID', 'Created at', 'SKU', 'Qty', 'Unit price', 'Shipping', 'Tags'],
      ['1', '2026-03-05 10:00', 'gayo', '2', '75.000', '20.000', 'kopi;baru'],
      ['1', '2026-03-05 10:00', 'v60', '1', 'Rp 95.000', '20.000', ''],
      ['2', '06/03/2026', 'gayo', '1', '75000.00', '', 'kopi'],
    ]);
    expect(orders).toMatchObject([
      {
        day: '2026-03-05',
        cart: {
          currency: 'IDR',
          subtotal: 245_000,
          shippingAmount: 20_000,
          lines: [
            { productId: 'gayo', quantity: 2, unitAmount: 75_000, tags: ['kopi', 'baru'] },
            { productId: 'v60', quantity: 1, unitAmount: 95_000, tags: [] },
          ],
        },
      },
      { day: '2026-03-06', cart: { subtotal: 75_000, shippingAmount: 0 } },
    ]);
  });

  it('takes a file with one row an order, and leaves out rows whose amount is none', () => {
    const { orders, skipped } = read([
      ['tanggal', 'subtotal', 'currency'],
      ['2026-03-05', '100000', ''],
      ['2026-03-05', '12.5.0', ''],
      ['2026-03-06', '12.50', 'usd'],
    ]);
    expect(orders.map(({ cart }) => [cart.currency, cart.subtotal])).toEqual([
      ['IDR', 100_000],
      ['USD', 1250],
    ]);
    expect(skipped).toBe(1);
  });

  it('refuses a file without amounts', () => {
    expect(readHeader(['order_id', 'email'])).toBeNull();
  });
});
