import { html } from 'hono/html';
import type { CodeCheck } from '../orders/check-code.js';
import type { Draft } from '../sessions/session-repository.js';
import type { PricedCart } from '../shop/cart.js';
import { codeNoticeId, type CartNotice } from './cart-notice.js';
import { discountField, promoTeaser } from './elements.js';
import { rupiah } from './format.js';
import type { Html, Page } from './page.js';

/** What the summary shows. */
export interface SummaryState {
  readonly cart: PricedCart;
  readonly draft: Draft;
  readonly notice: CartNotice | null;
  readonly check: CodeCheck | null;
}

/** The code field, what it comes to, and the button that orders. */
export function cartSummary(page: Page, state: SummaryState): Html {
  const { messages: t } = page;
  const { cart, draft, notice, check } = state;
  return html`<div class="checkout-side">
    <section class="summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading">${t.cart.summary}</h2>
      ${discountField(page, { cart, typed: draft.code, describedBy: notice?.kind === 'refused' ? codeNoticeId : null })}
      ${checkResult(page, check)} ${figures(page, cart, check)}
      <button class="primary" id="place">${t.cart.place}</button>
      <p class="quiet">${t.cart.placeHint}</p>
    </section>
    ${promoTeaser(page, cart, t.cart.promos)}
  </div>`;
}

function checkResult(page: Page, check: CodeCheck | null): Html | '' {
  const { messages: t } = page;
  switch (check?.kind) {
    case undefined:
      return '';
    case 'applied': {
      const saving = rupiah(page, check.discountAmount + check.shippingDiscount);
      return html`<p class="good" role="status">${t.cart.youSave(saving, rupiah(page, check.total))}</p>
        <noscript><input type="hidden" name="discountCode-quote" value="${check.quote}" /></noscript>`;
    }
    case 'refused':
      return html`<p class="fault" role="status">${check.message}</p>`;
    case 'unavailable':
      return html`<p class="fault" role="status">${t.cart.checkUnavailable}</p>`;
  }
}

/** Each figure is named for the shop's script, which moves it with the cart. */
function figures(page: Page, cart: PricedCart, check: CodeCheck | null): Html {
  const { cart: t } = page.messages;
  const undiscounted = cart.subtotal + cart.shippingAmount;
  const saving =
    check?.kind === 'applied' ? check : { discountAmount: 0, shippingDiscount: 0, total: undiscounted };
  const row = (name: string, label: string | Html, amount: number) => figure(page, { name, label, amount });
  return html`<dl class="figures">
    ${row('subtotal', t.subtotal, cart.subtotal)} ${row('discount', t.discount, 0 - saving.discountAmount)}
    ${row('shipping', shippingLabel(page, cart), cart.shippingAmount)}
    ${row('shippingDiscount', t.shippingDiscount, 0 - saving.shippingDiscount)}
    ${row('total', t.total, saving.total)}
  </dl>`;
}

function shippingLabel(page: Page, { destination }: PricedCart): Html {
  return html`${page.messages.cart.shipping},
    <span data-shipping-place>${destination.name[page.language]}</span>`;
}

interface Figure {
  readonly name: string;
  readonly label: string | Html;
  readonly amount: number;
}

function figure(page: Page, { name, label, amount }: Figure): Html {
  const isSaving = name === 'discount' || name === 'shippingDiscount';
  const hidden = isSaving && amount === 0 ? html` hidden` : '';
  return html`<div class="figure figure-${name}" ${hidden}>
    <dt>${label}</dt>
    <dd data-figure="${name}">${rupiah(page, amount)}</dd>
  </div>`;
}
