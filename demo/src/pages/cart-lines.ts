import { html } from 'hono/html';
import { maxQuantity, type PricedCart, type PricedLine } from '../shop/cart.js';
import { rupiah } from './format.js';
import type { Html, Page } from './page.js';

/** The lines of the cart with their quantities; every button works without script. */
export function cartLines(page: Page, cart: PricedCart): Html {
  return html`<section aria-label="${page.messages.cart.heading}">
    <ul class="lines">
      ${cart.lines.map((line) => cartLine(page, line))}
    </ul>
    <p>
      <button class="secondary needs-no-script" formaction="/cart" formnovalidate>
        ${page.messages.cart.update}
      </button>
    </p>
  </section>`;
}

function cartLine(page: Page, line: PricedLine): Html {
  const { cart: t } = page.messages;
  const { id, name, detail, price, tags } = line.product;
  return html`<li
    class="line"
    data-line="${id}"
    data-title="${name}"
    data-tags="${tags.join(',')}"
    data-price="${price}"
  >
    <img src="/assets/pictures/${id}.svg" alt="" width="72" height="72" />
    <div class="line-name">
      <strong>${name}</strong>
      <span class="quiet">${detail[page.language]}</span>
      <span class="quiet">${t.each(rupiah(page, price))}</span>
    </div>
    ${stepper(page, line)}
    <strong class="amount" data-line-amount>${rupiah(page, line.amount)}</strong>
    ${lineButton({ name: 'remove', id, className: 'plain line-remove', label: t.removeNamed(name), text: t.remove })}
  </li>`;
}

function stepper(page: Page, { product: { id, name }, quantity }: PricedLine): Html {
  const { cart: t } = page.messages;
  return html`<div class="stepper">
    ${lineButton({ name: 'less', id, className: 'step', label: t.less(name), text: '−' })}
    <input
      type="number"
      name="quantity.${id}"
      value="${quantity}"
      min="0"
      max="${maxQuantity}"
      inputmode="numeric"
      aria-label="${t.quantity(name)}"
    />
    ${lineButton({ name: 'more', id, className: 'step', label: t.more(name), text: '+' })}
  </div>`;
}

interface LineButton {
  readonly name: 'less' | 'more' | 'remove';
  readonly id: string;
  readonly className: string;
  readonly label: string;
  readonly text: string;
}

/** A button that sends the whole form to the cart, saying which line is meant. */
function lineButton({ name, id, className, label, text }: LineButton): Html {
  return html`<button
    class="${className}"
    formaction="/cart"
    formnovalidate
    name="${name}"
    value="${id}"
    aria-label="${label}"
  >
    ${text}
  </button>`;
}
