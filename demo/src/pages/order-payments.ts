import { html } from 'hono/html';
import type { Order } from '../orders/order.js';
import type { Payment } from '../payments/payment-repository.js';
import { rupiah, timeOfDay } from './format.js';
import type { Html, Page } from './page.js';

/** Every confirmation of a payment with what it did, and the buttons that make more of them. */
export function orderPayments(
  page: Page,
  state: { readonly order: Order; readonly payments: readonly Payment[] },
): Html {
  const { order: t } = page.messages;
  const { order, payments } = state;
  return html`<section aria-labelledby="payment-heading">
    <h2 id="payment-heading">${t.payment}</h2>
    ${
      payments.length === 0
        ? html`<p class="quiet">${t.noPayments}</p>`
        : html`<ul class="events">
            ${payments.map((payment) => row(page, payment))}
          </ul>`
    }
    ${buttons(page, order)}
  </section>`;
}

function row(page: Page, { source, amount, effect, receivedAt }: Payment): Html {
  const { order: t } = page.messages;
  return html`<li data-payment="${effect}">
    <time>${timeOfDay(page, receivedAt)}</time>
    <span><strong>${t.source[source]}</strong>, ${rupiah(page, amount)}: ${t.effect[effect]}</span>
  </li>`;
}

function buttons(page: Page, { id, status }: Order): Html | '' {
  const { order: t } = page.messages;
  if (status !== 'awaiting_payment' && status !== 'paid') return '';
  const button = (action: string, text: string, className: string) =>
    html`<form method="post" action="/orders/${id}/${action}">
      <button class="${className}">${text}</button>
    </form>`;
  return html`<p class="quiet">${t.paymentIntro}</p>
    <div class="actions">
      ${button('mark-paid', t.markPaid, status === 'paid' ? 'secondary' : 'primary')}
      ${button('simulate-webhook', t.simulateWebhook, 'secondary')}
      ${status === 'awaiting_payment' ? button('cancel', t.cancel, 'plain') : ''}
    </div>`;
}
