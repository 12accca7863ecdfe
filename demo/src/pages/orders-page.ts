import { html } from 'hono/html';
import type { Order } from '../orders/order.js';
import { dateAndTime, rupiah } from './format.js';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** Every order, newest first, as the shop's owner sees them. */
export function ordersPage(page: Page, orders: readonly Order[]): Html {
  const { orders: t } = page.messages;
  return layout(page, {
    title: t.heading,
    body: html`<h1>${t.heading}</h1>
      <p class="quiet">${t.intro}</p>
      ${orders.length === 0 ? html`<p>${t.none}</p>` : table(page, orders)}`,
  });
}

function table(page: Page, orders: readonly Order[]): Html {
  const { orders: t, order: o } = page.messages;
  const rows = orders.map(
    ({ id, createdAt, name, codes, total, status }) =>
      html` <tr>
        <th scope="row"><a href="/orders/${id}">${id}</a></th>
        <td data-label="${t.time}">${dateAndTime(page, createdAt)}</td>
        <td data-label="${t.customer}">${name}</td>
        <td data-label="${t.code}">${codes.map(({ code }) => code).join(', ') || '–'}</td>
        <td data-label="${t.total}" class="number">${rupiah(page, total)}</td>
        <td data-label="${t.status}"><span class="status status-${status}">${o.status[status]}</span></td>
      </tr>`,
  );
  return html`<table class="orders">
    <thead>
      <tr>
        <th scope="col">${t.order}</th>
        <th scope="col">${t.time}</th>
        <th scope="col">${t.customer}</th>
        <th scope="col">${t.code}</th>
        <th scope="col" class="number">${t.total}</th>
        <th scope="col">${t.status}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
