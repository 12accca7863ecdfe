import { html } from 'hono/html';
import type { Order } from '../orders/order.js';
import type { Refund } from '../orders/refund-repository.js';
import type { Payment } from '../payments/payment-repository.js';
import type { Task } from '../retry/task.js';
import { findDestination } from '../shop/destinations.js';
import { dateAndTime, rupiah, unbroken } from './format.js';
import { layout } from './layout.js';
import { orderPayments } from './order-payments.js';
import { orderRedemption } from './order-redemption.js';
import { orderRefunds } from './order-refunds.js';
import type { Html, Page } from './page.js';

/** What the order page shows. */
export interface OrderState {
  readonly order: Order;
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly tasks: readonly Task[];
}

/** One order with its figures and all that happened to it, for shopper and owner alike. */
export function orderPage(page: Page, state: OrderState): Html {
  const { order: t } = page.messages;
  const { order } = state;
  return layout(page, {
    title: t.heading(order.id),
    body: html`<h1>${t.heading(unbroken(order.id))}</h1>
      <p>
        <span class="status status-${order.status}">${t.status[order.status]}</span>
        <span class="quiet">${dateAndTime(page, order.createdAt)}</span>
      </p>
      ${order.status === 'awaiting_payment' ? html`<p>${t.placed}</p>` : ''}
      <div class="checkout order">
        <div class="checkout-main">
          ${items(page, order)} ${orderPayments(page, state)} ${orderRedemption(page, state)}
          ${orderRefunds(page, state)}
        </div>
        <div class="checkout-side">${total(page, order)}${shipTo(page, order)}</div>
      </div>
      <p><a href="/orders">${t.backToOrders}</a></p>`,
  });
}

function items(page: Page, order: Order): Html {
  const rows = order.lines.map(
    ({ productId, name, quantity, unitAmount }) =>
      html` <li class="line">
        <img src="/assets/pictures/${productId}.svg" alt="" width="56" height="56" />
        <div class="line-name">
          <strong>${name}</strong> <span class="quiet">${quantity} × ${rupiah(page, unitAmount)}</span>
        </div>
        <strong class="amount">${rupiah(page, quantity * unitAmount)}</strong>
      </li>`,
  );
  return html`<section aria-labelledby="items-heading">
    <h2 id="items-heading">${page.messages.order.items}</h2>
    <ul class="lines">
      ${rows}
    </ul>
  </section>`;
}

function total(page: Page, order: Order): Html {
  const { cart: t, order: o } = page.messages;
  const saved = order.discountAmount + order.shippingDiscount;
  const row = (name: string, label: string, amount: number) =>
    html`<div class="figure figure-${name}">
      <dt>${label}</dt>
      <dd data-figure="${name}">${rupiah(page, amount)}</dd>
    </div>`;
  return html`<section class="summary" aria-labelledby="summary-heading">
    <h2 id="summary-heading">${t.summary}</h2>
    <dl class="figures">
      ${row('subtotal', t.subtotal, order.subtotal)}
      ${order.discountAmount > 0 ? row('discount', t.discount, -order.discountAmount) : ''}
      ${row('shipping', t.shipping, order.shippingAmount)}
      ${order.shippingDiscount > 0 ? row('shippingDiscount', t.shippingDiscount, -order.shippingDiscount) : ''}
      ${row('total', t.total, order.total)}
    </dl>
    ${order.codes.map(({ code }) => html`<p class="good">${o.codeLine(code)}</p>`)}
    ${saved > 0 ? html`<p class="good"><strong>${o.saved(rupiah(page, saved))}</strong></p>` : ''}
  </section>`;
}

function shipTo(page: Page, { name, email, address, region }: Order): Html {
  const place = findDestination(region)?.name[page.language] ?? region;
  return html`<section aria-labelledby="ship-heading">
    <h2 id="ship-heading">${page.messages.order.shipTo}</h2>
    <p>
      ${name}<br /><span class="address">${address}</span><br />${place}<br /><span class="quiet"
        >${email}</span
      >
    </p>
  </section>`;
}
