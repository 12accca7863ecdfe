import { html } from 'hono/html';
import { unitsLeft } from '../orders/units-left.js';
import type { Order } from '../orders/order.js';
import type { Refund } from '../orders/refund-repository.js';
import { rupiah, timeOfDay } from './format.js';
import type { Html, Page } from './page.js';

/** What went back already, and the form that works out what would go back for more. */
export function orderRefunds(
  page: Page,
  state: { readonly order: Order; readonly refunds: readonly Refund[] },
): Html | '' {
  const { order, refunds } = state;
  if (order.status !== 'paid' && refunds.length === 0) return '';
  const { order: t } = page.messages;
  const done = refunds.map(
    ({ amount, createdAt }) =>
      html`<li data-refund>
        <time>${timeOfDay(page, createdAt)}</time> <strong>${t.refunded(rupiah(page, amount))}</strong>
      </li>`,
  );
  return html`<section aria-labelledby="refund-heading">
    <h2 id="refund-heading">${t.refund}</h2>
    <ul class="events">
      ${done}
    </ul>
    ${order.status === 'paid' ? form(page, order, refunds) : ''}
  </section>`;
}

function form(page: Page, order: Order, refunds: readonly Refund[]): Html {
  const { order: t } = page.messages;
  const fields = unitsLeft(order, refunds).map(({ line, left }) =>
    left === 0
      ? ''
      : html`<label class="refund-line"
          ><span>${line.name}</span>
          <input
            type="number"
            name="units.${line.productId}"
            value="0"
            min="0"
            max="${left}"
            inputmode="numeric"
            aria-label="${t.refundUnits(line.name)}"
          />
          <span class="quiet">${t.refundOf(left)}</span></label
        >`,
  );
  return html`<p class="quiet">${t.refundIntro}</p>
    <form method="get" action="/orders/${order.id}/refund">
      ${fields}
      <button class="secondary">${t.previewRefund}</button>
    </form>`;
}
