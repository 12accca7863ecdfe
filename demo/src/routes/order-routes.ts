import { Hono } from 'hono';
import { cancelOrder } from '../orders/cancel-order.js';
import { orderPage } from '../pages/order-page.js';
import { ordersPage } from '../pages/orders-page.js';
import type { ShopDeps } from '../shop-deps.js';
import type { ShopEnv } from '../visit.js';

const ordersShown = 200;

/** `GET /orders`, `GET /orders/:id` and `POST /orders/:id/cancel`. */
export function orderRoutes(deps: ShopDeps) {
  const { orders, payments, refunds, tasks } = deps;
  return new Hono<ShopEnv>()
    .get('/orders', async (c) => c.html(await ordersPage(await c.var.visit.page(), orders.list(ordersShown))))
    .get('/orders/:id', async (c) => {
      const order = orders.find(c.req.param('id'));
      if (order === undefined) return c.notFound();
      const { id } = order;
      const state = {
        order,
        payments: payments.listOfOrder(id),
        refunds: refunds.listOfOrder(id),
        tasks: tasks.listOfOrder(id),
      };
      return c.html(await orderPage(await c.var.visit.page(), state));
    })
    .post('/orders/:id/cancel', async (c) => {
      const id = c.req.param('id');
      if (cancelOrder(deps, id)) await deps.tellService();
      return c.redirect(`/orders/${id}`, 303);
    });
}
