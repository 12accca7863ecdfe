import { html } from 'hono/html';
import type { FieldFaults } from './delivery-fields.js';
import { rupiah } from './format.js';
import type { Html, Page } from './page.js';

/** Why a sent form did not become an order. */
export type CartNotice =
  /** The code does not apply; `message` is the service's sentence for the shopper. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** The discount service did not answer. */
  | { readonly kind: 'unavailable' }
  /** What was sent costs another amount than the page showed, before any discount. */
  | { readonly kind: 'totalChanged'; readonly total: number };

/** The id of the notice's sentence about the code, for the field to name. */
export const codeNoticeId = 'code-notice';

/** What went wrong, first thing on the page and focused. */
export function cartNotice(page: Page, notice: CartNotice | null, faults: FieldFaults): Html | '' {
  const { messages: t } = page;
  if (faults.size > 0) {
    const links = [...faults].map((name) => html`<li><a href="#${name}">${t.faults[name]}</a></li>`);
    return box(
      t.faults.heading,
      html`<ul>
        ${links}
      </ul>`,
    );
  }
  switch (notice?.kind) {
    case undefined:
      return '';
    case 'refused':
      return box(
        t.refused.heading(notice.code),
        html`<p id="${codeNoticeId}"><strong>${notice.message}</strong></p>
          <p>${t.refused.nothingLost}</p>
          ${withoutCode(page)}`,
      );
    case 'unavailable':
      return box(
        t.refused.unavailableHeading,
        html`<p>${t.refused.unavailable}</p>
          ${withoutCode(page)}`,
      );
    case 'totalChanged':
      return box(t.refused.totalHeading, html`<p>${t.refused.total(rupiah(page, notice.total))}</p>`);
  }
}

function box(heading: string, content: Html): Html {
  return html`<section class="notice" role="alert" tabindex="-1" autofocus>
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

function withoutCode(page: Page): Html {
  return html`<p>
    <button form="order" name="withoutCode" value="1">${page.messages.refused.withoutCode}</button>
  </p>`;
}
