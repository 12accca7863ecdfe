import { html } from 'hono/html';
import type { Saving } from '../orders/place-order.js';
import { rupiah } from './format.js';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** What the shopper is asked to agree to. */
export interface ConfirmState {
  /** What the shopper saw. */
  readonly previous: Saving;
  readonly current: Saving;
  /** Everything that was sent, to be sent again, with the quote of the new amount in it. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The discount moved between preview and order: shows both amounts and asks. */
export function confirmPage(page: Page, { previous, current, fields }: ConfirmState): Html {
  const { messages: t } = page;
  const hidden = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return layout(page, {
    title: t.changed.heading,
    body: html`<section class="narrow">
      <h1>${t.changed.heading}</h1>
      <p>${t.changed.intro}</p>
      <table class="compare">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${t.changed.before}</th>
            <th scope="col">${t.changed.now}</th>
          </tr>
        </thead>
        <tbody>
          ${row(page, t.changed.saving, { previous, current, pick: savingOf })}
          ${row(page, t.changed.total, { previous, current, pick: ({ total }) => total })}
        </tbody>
      </table>
      <form method="post" action="/orders" class="actions">
        ${hidden}
        <button class="primary">${t.changed.accept(rupiah(page, current.total))}</button>
        <button class="secondary" formaction="/cart" formnovalidate>${t.changed.back}</button>
      </form>
    </section>`,
  });
}

interface Compared {
  readonly previous: Saving;
  readonly current: Saving;
  readonly pick: (saving: Saving) => number;
}

function row(page: Page, label: string, { previous, current, pick }: Compared): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td><s>${rupiah(page, pick(previous))}</s></td>
    <td><strong>${rupiah(page, pick(current))}</strong></td>
  </tr>`;
}

function savingOf({ discountAmount, shippingDiscount }: Saving): number {
  return discountAmount + shippingDiscount;
}
