import { html } from 'hono/html';
import type { CodeCheck } from '../orders/check-code.js';
import type { Draft } from '../sessions/session-repository.js';
import type { PricedCart } from '../shop/cart.js';
import { cartLines } from './cart-lines.js';
import { cartNotice, type CartNotice } from './cart-notice.js';
import { cartSummary } from './cart-summary.js';
import { deliveryFields, type FieldFaults } from './delivery-fields.js';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** What the cart page shows. */
export interface CartState {
  readonly cart: PricedCart;
  readonly draft: Draft;
  readonly orderId: string;
  /** What was wrong with the form, by field. */
  readonly faults: FieldFaults;
  /** Why the last try to order did not end in an order. */
  readonly notice: CartNotice | null;
  /** What the discount service said about the typed code, where it was asked for a page without script. */
  readonly check: CodeCheck | null;
}

/** The cart and the order form in one: changing the one moves the amounts of the other. */
export function cartPage(page: Page, state: CartState): Html {
  const { messages: t } = page;
  const { cart, notice, faults } = state;
  if (cart.lines.length === 0) return emptyCartPage(page);
  return layout(page, {
    title: t.cart.heading,
    body: html`<h1>${t.cart.heading}</h1>
      ${cartNotice(page, notice, faults)}
      <form id="order" class="checkout" method="post" action="/orders">
        <input type="hidden" name="orderId" value="${state.orderId}" />
        <input type="hidden" name="seenTotal" value="${cart.subtotal + cart.shippingAmount}" />
        ${enterUpdates(page)}
        <div class="checkout-main">
          ${cartLines(page, cart)} ${deliveryFields(page, { cart, draft: state.draft, faults })}
        </div>
        ${cartSummary(page, state)}
      </form>`,
  });
}

/** The first submit button is the one that Enter presses: Enter in a field updates the cart and never orders. */
function enterUpdates({ messages: t }: Page): Html {
  return html`<button
    class="default-button"
    formaction="/cart"
    formnovalidate
    tabindex="-1"
    aria-hidden="true"
  >
    ${t.cart.update}
  </button>`;
}

function emptyCartPage(page: Page): Html {
  const { messages: t } = page;
  return layout(page, {
    title: t.cart.heading,
    body: html`<h1>${t.cart.heading}</h1>
      <p>${t.cart.empty}</p>
      <p><a class="button" href="/">${t.cart.browse}</a></p>`,
  });
}
