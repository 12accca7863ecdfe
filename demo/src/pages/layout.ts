import { html } from 'hono/html';
import { languages } from '../locales/language.js';
import { elementsScript } from './elements.js';
import type { Html, Page } from './page.js';

/** What stands between the header and the footer. */
export interface PageContent {
  readonly title: string;
  readonly body: Html;
}

/** A whole page of the shop. */
export function layout(page: Page, { title, body }: PageContent): Html {
  const { messages: t, language } = page;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${t.shopName}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/shop.css" />
        ${elementsScript(page)}
        <script src="/assets/shop.js" type="module"></script>
      </head>
      <body>
        <a class="skip" href="#content">${t.skipToContent}</a>
        ${header(page)}
        <main id="content">${body}</main>
        <footer>
          <div class="batik"></div>
          <p>${t.footer} <a href="/gallery">${t.gallery}</a></p>
        </footer>
      </body>
    </html>`;
}

function header(page: Page): Html {
  const { messages: t } = page;
  return html`<header>
    <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="32" height="32" />${t.shopName}</a>
    <nav aria-label="${t.nav.label}">
      ${link(page, '/', t.nav.products)} ${link(page, '/codes', t.nav.codes)}
      ${link(page, '/orders', t.nav.orders)} ${link(page, '/cart', t.nav.cart(page.cartCount), 'cart-link')}
    </nav>
    <div class="visit">${account(page)} ${languageSwitch(page)}</div>
  </header>`;
}

function link(page: Page, href: string, text: string, className = ''): Html {
  const isHere = page.path.split('?')[0] === href;
  return html`<a href="${href}" class="${className}" ${isHere ? html` aria-current="page"` : ''}>${text}</a>`;
}

function account({ messages: t, signedInAs }: Page): Html {
  if (signedInAs === null) return html`<a href="/sign-in">${t.nav.signIn}</a>`;
  return html`<form method="post" action="/sign-out">
    <span class="who">${signedInAs}</span> <button class="plain">${t.nav.signOut}</button>
  </form>`;
}

function languageSwitch(page: Page): Html {
  const links = languages.map((language) => {
    const isHere = language === page.language;
    return html`<button
      class="plain"
      name="language"
      value="${language}"
      lang="${language}"
      aria-pressed="${String(isHere)}"
    >
      ${language.toUpperCase()}
    </button>`;
  });
  return html`<form method="post" action="/language" aria-label="${page.messages.languageSwitch}">
    <input type="hidden" name="back" value="${page.path}" />${links}
  </form>`;
}
