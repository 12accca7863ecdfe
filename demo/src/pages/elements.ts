import { html, raw } from 'hono/html';
import { toCartInput, type PricedCart } from '../shop/cart.js';
import type { Html, Page } from './page.js';

/** The service's script, which defines the elements and tells them of the service. */
export function elementsScript({ elements }: Page): Html {
  return html`<script
    src="${elements.scriptUrl}"
    async
    crossorigin="anonymous"
    ${elements.integrity === null ? '' : html` integrity="${elements.integrity}"`}
    data-endpoint="${elements.endpoint}"
    data-workspace="${elements.workspace}"
    data-publishable-key="${elements.publishableKey}"
  ></script>`;
}

/** The cart as the elements read it: a data block, so that they know it before any script of the shop runs. */
function cartData(cart: PricedCart): Html {
  const input = toCartInput(cart);
  const lineItems = input.lineItems.map((line, index) => ({
    ...line,
    title: cart.lines[index]?.product.name,
  }));
  const json = JSON.stringify({ ...input, lineItems }).replaceAll('<', '\\u003c');
  return html`<script type="application/json" slot="cart">
    ${raw(json)}
  </script>`;
}

function customerToken({ elements }: Page): Html | '' {
  const token = elements.customerToken;
  return token === null ? '' : html` customer-token="${token}"`;
}

/** The public promos for a cart; picking one hands it to the code field of the page, or leads to the cart. */
export function promoTeaser(page: Page, cart: PricedCart, heading: string): Html {
  return html`<section class="promos" aria-labelledby="promos-heading">
    <hemat-promo-teaser
      currency="IDR"
      class="${cart.lines.length === 0 ? 'no-cart' : ''}"
      ${customerToken(page)}
    >
      <h2 id="promos-heading" slot="heading">${heading}</h2>
      ${cart.lines.length === 0 ? '' : cartData(cart)}
    </hemat-promo-teaser>
  </section>`;
}

/** What the code field shows at first. */
export interface DiscountField {
  readonly cart: PricedCart;
  /** What was typed before; several codes parted by commas. */
  readonly typed: string;
  /** Id of the text that says what was wrong with it. */
  readonly describedBy: string | null;
}

/** The code field, with a plain input inside that works without script. */
export function discountField(page: Page, { cart, typed, describedBy }: DiscountField): Html {
  const { messages: t } = page;
  const invalid = describedBy === null ? '' : html` aria-describedby="${describedBy}" aria-invalid="true"`;
  return html`<hemat-discount-field
    id="discount"
    name="discountCode"
    currency="IDR"
    open
    auto-apply${customerToken(page)}
  >
    <label class="field"
      >${t.cart.code}
      <input
        name="discountCode"
        value="${typed}"
        autocomplete="off"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck="false"
        maxlength="200"
        ${invalid}
    /></label>
    <noscript
      ><button class="secondary" formaction="/cart" formnovalidate name="check" value="1">
        ${t.cart.checkCode}
      </button></noscript
    >
    ${cartData(cart)}
  </hemat-discount-field>`;
}
