import { html } from 'hono/html';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** A page that says what went wrong in general. */
export function problemPage(page: Page, problem: 'notFound' | 'forbidden' | 'unreadable' | 'broken'): Html {
  const { problem: t } = page.messages;
  return layout(page, {
    title: t[problem],
    body: html`<h1>${t[problem]}</h1>
      <p>${t[`${problem}Hint`]}</p>
      <p><a class="button" href="/">${t.home}</a></p>`,
  });
}
