import type { Stats } from '@hemat/shared/schemas';
import type { DayFigures } from '../../storage/repositories/daily-stats.js';

/** The figures of some days together; averages to the nearest minor unit, half up. */
export function sumOf(days: readonly DayFigures[]): Stats['totals'] {
  const total = (name: keyof DayFigures) => days.reduce((sum, day) => sum + day[name], 0);
  const orders = total('orders');
  const average = (sum: number) => (orders === 0 ? null : Math.round(sum / orders));
  return {
    uses: total('uses'),
    orders,
    discountAmount: total('discount_amount'),
    shippingDiscount: total('shipping_discount'),
    netRevenue: total('revenue'),
    averageOrder: average(total('revenue')),
    averageOrderBeforeDiscount: average(total('gross')),
  };
}
