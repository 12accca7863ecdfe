import { html } from 'hono/html';
import type { Order } from '../orders/order.js';
import type { PreviewedRefund, RefundLine, RefundPreview } from '../orders/preview-refund.js';
import { rupiah, unbroken } from './format.js';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** What a refund comes to, line by line, before it is made. */
export function refundPage(page: Page, order: Order, previewed: PreviewedRefund): Html {
  const { refund: t } = page.messages;
  return layout(page, {
    title: t.heading(order.id),
    body: html`<section class="narrow">
      <h1>${t.heading(unbroken(order.id))}</h1>
      ${previewed.kind === 'previewed' ? preview(page, order, previewed.preview) : html`<p class="notice">${t[previewed.kind]}</p>`}
      <p><a href="/orders/${order.id}">${t.cancel}</a></p>
    </section>`,
  });
}

function preview(page: Page, order: Order, refund: RefundPreview): Html {
  const { refund: t } = page.messages;
  const { lines, amount, isComplete, sequence } = refund;
  const chosen = lines.map(
    ({ line, quantity }) => html`<input type="hidden" name="units.${line.productId}" value="${quantity}" />`,
  );
  return html`${table(page, refund)} ${isComplete ? html`<p>${t.complete}</p>` : ''}
    <form method="post" action="/orders/${order.id}/refund">
      ${chosen}
      <input type="hidden" name="sequence" value="${sequence}" />
      <input type="hidden" name="amount" value="${amount}" />
      <button class="primary">${t.confirm(rupiah(page, amount))}</button>
    </form>`;
}

function table(page: Page, { lines, shipping, amount }: RefundPreview): Html {
  const { refund: t } = page.messages;
  return html`<table class="compare">
    <tbody>
      ${lines.map((line) => lineRow(page, line))} ${shipping > 0 ? row(page, t.shipping, shipping) : ''}
      <tr class="sum">
        <th scope="row">${t.total}</th>
        <td data-figure="refund">${rupiah(page, amount)}</td>
      </tr>
    </tbody>
  </table>`;
}

function lineRow(page: Page, { line, quantity, gross, discount, amount }: RefundLine): Html {
  const { refund: t } = page.messages;
  const less = html`<br /><span class="quiet">${t.less(rupiah(page, gross), rupiah(page, discount))}</span>`;
  return row(page, html`${quantity} × ${line.name} ${discount > 0 ? less : ''}`, amount);
}

function row(page: Page, label: string | Html, amount: number): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${rupiah(page, amount)}</td>
  </tr>`;
}
