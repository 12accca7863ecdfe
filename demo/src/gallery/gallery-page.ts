import { html } from 'hono/html';
import { elementsScript } from '../pages/elements.js';
import type { Html, Page } from '../pages/page.js';
import { samples } from './samples.js';
import { themes, type Theme } from './theme.js';

/** Every state of both elements in one look, on a page that has no other style than that look's sheet. */
export function galleryPage(page: Page, theme: Theme): Html {
  return html`<!doctype html>
    <html lang="${theme.lang ?? 'en'}" dir="${theme.dir ?? 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${theme.title} · Theme gallery</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/gallery/files/page.css" />
        <link rel="stylesheet" href="/gallery/files/${theme.id}.css" />
        ${elementsScript(page)}
        <script src="/gallery/files/show-states.js" type="module"></script>
        ${theme.words ? html`<script src="/gallery/files/${theme.words}" type="module"></script>` : ''}
      </head>
      <body>
        <header lang="en" dir="ltr">
          <nav aria-label="Theme gallery">
            <a href="/">${page.messages.shopName}</a> ${themes.map((one) => link(one, theme))}
          </nav>
          <h1>${theme.title}</h1>
          <p>${theme.note} <a href="/gallery/files/${theme.id}.css">${theme.id}.css</a></p>
        </header>
        <main>${samples(theme)}</main>
      </body>
    </html>`;
}

function link({ id, title }: Theme, shown: Theme): Html {
  return html`<a href="/gallery/${id}" ${id === shown.id ? html`aria-current="page"` : ''}>${title}</a> `;
}
