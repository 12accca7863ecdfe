import { html } from 'hono/html';
import type { Product } from '../shop/catalogue.js';
import type { Cart, PricedCart } from '../shop/cart.js';
import { promoTeaser } from './elements.js';
import { rupiah } from './format.js';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** What the front page shows. */
export interface CatalogueState {
  readonly products: readonly Product[];
  readonly cart: Cart;
  readonly priced: PricedCart;
}

/** The front page: today's promos and everything on the shelf. */
export function cataloguePage(page: Page, { products, cart, priced }: CatalogueState): Html {
  const { messages: t } = page;
  return layout(page, {
    title: t.tagline,
    body: html`<section class="hero">
        <h1>${t.tagline}</h1>
        <p>${t.intro}</p>
      </section>
      ${promoTeaser(page, priced, t.products.promos)}
      <p><a href="/codes">${t.products.allCodes}</a></p>
      <h2>${t.products.heading}</h2>
      <ul class="shelf">
        ${products.map((product) => card(page, product, cart.quantities[product.id] ?? 0))}
      </ul>`,
  });
}

function card(page: Page, product: Product, inCart: number): Html {
  const { products: t } = page.messages;
  const { id, name } = product;
  return html` <li class="card" id="${id}">
    <img src="/assets/pictures/${id}.svg" alt="" width="320" height="320" loading="lazy" />
    <h3>${name}</h3>
    <p class="quiet">${product.detail[page.language]}</p>
    <p class="card-text">${product.description[page.language]}</p>
    <form method="post" action="/cart" class="card-buy">
      <strong>${rupiah(page, product.price)}</strong>
      <input type="hidden" name="back" value="/#${id}" />
      <button name="more" value="${id}" aria-label="${t.addNamed(name)}">${t.add}</button>
    </form>
    ${inCart > 0 ? html`<p class="badge">${t.inCart(inCart)}</p>` : ''}
  </li>`;
}
