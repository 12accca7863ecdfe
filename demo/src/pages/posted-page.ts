import { html } from 'hono/html';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** What a form of a sample page has sent, for whoever tries one. */
export function postedPage(page: Page, entries: readonly (readonly [name: string, value: string])[]): Html {
  const rows = entries.map(
    ([name, value]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
      </tr>`,
  );
  return layout(page, {
    title: page.messages.posted,
    body: html`<h1>${page.messages.posted}</h1>
      <div class="scroll">
        <table id="posted">
          ${rows}
        </table>
      </div>`,
  });
}
