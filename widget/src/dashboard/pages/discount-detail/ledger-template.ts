import { formatMoney } from '@hemat/shared';
import type { Redemption } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { mayEdit } from '../../core/app.js';
import { emptyState } from '../../parts/empty-state.js';
import { formatMoment } from '../../parts/format.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { pill, type PillTone } from '../../parts/status-pill.js';
import type { DetailView } from './detail-view.js';
import { orderTemplate } from './order-template.js';

const tones: Readonly<Record<Redemption['status'], PillTone>> = {
  locked: 'waiting',
  redeemed: 'good',
  released: 'quiet',
  expired: 'quiet',
  reversed: 'bad',
};

/** Every order that had the code, newest first. */
export function ledgerTemplate(view: DetailView): TemplateResult {
  const { app, store, words } = view;
  const { ledger } = store;
  const { items, phase } = ledger.state;
  return html`<section class="stack" aria-labelledby="ledger-title">
    <h2 id="ledger-title">${words.ledgerTitle}</h2>
    ${
      phase === 'ready' && items.length === 0
        ? html`<div class="card">
            ${emptyState({ sign: 'tag', title: words.ledgerEmpty, text: words.ledgerEmptyText })}
          </div>`
        : items.length > 0
          ? table(view, items)
          : null
    }
    ${pagedEnd(ledger.state, app.language, {
      more: () => void ledger.more(),
      retry: () => void ledger.retry(),
    })}
  </section>`;
}

function table(view: DetailView, rows: readonly Redemption[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.ledgerCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.order}</th>
          <th scope="col">${words.state}</th>
          <th scope="col" class="number">${words.off}</th>
          <th scope="col" class="number">${words.paid}</th>
          <th scope="col" class="number">${words.when}</th>
          <th scope="col"><span class="unseen">${words.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((redemption) => row(view, redemption))}
      </tbody>
    </table>
  </div>`;
}

function row(view: DetailView, redemption: Redemption): TemplateResult {
  const { app, store, words } = view;
  const { language, workspace } = app;
  const money = (amount: number) =>
    formatMoney(amount, redemption.currency, language === 'id' ? 'id-ID' : 'en');
  const canReverse = mayEdit(app) && redemption.status === 'redeemed';
  return html`<tr>
    <th scope="row">${orderTemplate(redemption.orderId, view)}</th>
    <td data-label=${words.state}>
      <span
        >${pill(words.status[redemption.status], tones[redemption.status])}
        ${redemption.overLimit ? pill(words.overLimit, 'waiting') : null}</span
      >
    </td>
    <td class="number" data-label=${words.off}>
      ${money(redemption.discountAmount + redemption.shippingDiscount)}
    </td>
    <td class="number" data-label=${words.paid}>${money(redemption.total)}</td>
    <td class="number" data-label=${words.when}>
      ${formatMoment(redemption.createdAt, language, workspace.timeZone)}
    </td>
    <td class="number">
      ${
        canReverse
          ? html`<wa-button
              size="s"
              appearance="outlined"
              @click=${() => store.send({ type: 'reversing', redemption })}
              >${words.reverse}<span class="unseen"> ${redemption.orderId}</span></wa-button
            >`
          : null
      }
    </td>
  </tr>`;
}
