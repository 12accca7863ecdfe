import { Hono } from 'hono';
import { previewRefund } from '../orders/preview-refund.js';
import { refundOrder } from '../orders/refund-order.js';
import type { RefundedLine } from '../orders/refund-repository.js';
import { refundPage } from '../pages/refund-page.js';
import { textOf } from '../shop/cart-form.js';
import type { ShopDeps } from '../shop-deps.js';
import type { ShopEnv } from '../visit.js';

/** `GET /orders/:id/refund?units.<product>=n` works a refund out; `POST` makes the one that was shown. */
export function refundRoutes(deps: ShopDeps) {
  return new Hono<ShopEnv>()
    .get('/orders/:id/refund', async (c) => {
      const order = deps.orders.find(c.req.param('id'));
      if (order === undefined) return c.notFound();
      const previewed = await previewRefund(deps, order, readUnits(Object.entries(c.req.query())));
      return c.html(await refundPage(await c.var.visit.page(), order, previewed), status[previewed.kind]);
    })
    .post('/orders/:id/refund', async (c) => {
      const order = deps.orders.find(c.req.param('id'));
      if (order === undefined) return c.notFound();
      const form = await c.req.formData();
      const previewed = await previewRefund(deps, order, readUnits([...form]));
      if (previewed.kind === 'previewed' && isAsShown(form, previewed.preview)) {
        if (refundOrder(deps, order, previewed.preview)) await deps.tellService();
        return c.redirect(`/orders/${order.id}`, 303);
      }
      const problem = previewed.kind === 'previewed' ? ({ kind: 'stale' } as const) : previewed;
      return c.html(await refundPage(await c.var.visit.page(), order, problem), status[problem.kind]);
    });
}

const status = { previewed: 200, nothingChosen: 422, stale: 409, unavailable: 503 } as const;

function readUnits(fields: readonly (readonly [string, unknown])[]): RefundedLine[] {
  return fields.flatMap(([name, value]) => {
    const quantity = Number(value);
    if (!name.startsWith('units.') || !Number.isInteger(quantity) || quantity < 0) return [];
    return [{ lineId: name.slice('units.'.length), quantity }];
  });
}

function isAsShown(form: FormData, { sequence, amount }: { sequence: number; amount: number }): boolean {
  return textOf(form, 'sequence') === String(sequence) && textOf(form, 'amount') === String(amount);
}
