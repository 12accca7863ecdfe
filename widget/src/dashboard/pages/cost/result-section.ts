import { formatMoney } from '@hemat/shared';
import { css, html, type TemplateResult } from 'lit';
import type { App } from '../../core/app.js';
import { factList } from '../../parts/fact-list.js';
import { formatDay, formatNumber, formatPercent } from '../../parts/format.js';
import type { CostState } from './cost-state.js';
import type { Cost } from './cost.js';
import type { Texts } from './texts-en.js';
import { trialOf } from './trial.js';

/** What the discount would have given away: in all, and day by day. */
export function resultSection(app: App, words: Texts, state: CostState): TemplateResult {
  const { language, workspace } = app;
  const { cost, trying, skipped } = state;
  const currency = trialOf(trying, workspace)?.currency ?? workspace.defaultCurrency;
  const money = (amount: number) =>
    formatMoney(Math.round(amount), currency, language === 'id' ? 'id-ID' : 'en');
  const number = (value: number) => formatNumber(value, language);
  const share = cost.gross === 0 ? 0 : (cost.discount / cost.gross) * 100;
  const facts: [string, string][] = [
    [words.cost, money(cost.discount)],
    [words.touched, words.touchedOf(number(cost.touched), number(cost.orders))],
    [words.share, formatPercent(share, language)],
    [words.average, money(cost.touched === 0 ? 0 : cost.discount / cost.touched)],
  ];
  return html`<section class="card stack" aria-label=${words.cost}>
    ${factList(facts, 'totals')}
    ${skipped > 0 ? html`<p class="small">${words.skipped(number(skipped))}</p>` : null}
    ${
      cost.otherCurrency > 0
        ? html`<p class="small">${words.otherCurrency(number(cost.otherCurrency))}</p>`
        : null
    }
    <p class="small quiet">${words.limits}</p>
    ${cost.byDay.size === 0 ? null : dayTable(app, words, { cost, money })}
  </section>`;
}

function dayTable(
  { language }: App,
  words: Texts,
  { cost, money }: { readonly cost: Cost; readonly money: (amount: number) => string },
): TemplateResult {
  const days = [...cost.byDay].sort(([one], [other]) => (one < other ? -1 : 1));
  const most = Math.max(...days.map(([, { discount }]) => discount));
  return html`<h3>${words.byDay}</h3>
    <div class="table-frame days" tabindex="0" role="region" aria-label=${words.byDay}>
      <table>
        <caption class="unseen">
          ${words.byDayCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.day}</th>
            <th scope="col" class="number">${words.orders}</th>
            <th scope="col" class="number">${words.cost}</th>
            <th scope="col" aria-hidden="true"></th>
          </tr>
        </thead>
        <tbody>
          ${days.map(
            ([day, { touched, discount }]) =>
              html`<tr>
                <th scope="row">${day === '' ? words.noDay : formatDay(day, language, 'UTC')}</th>
                <td class="number" data-label=${words.orders}>${formatNumber(touched, language)}</td>
                <td class="number" data-label=${words.cost}>${money(discount)}</td>
                <td aria-hidden="true" class="bar-cell">
                  <progress max=${most} value=${discount}></progress>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** The looks of the result. */
export const resultStyles = css`
  .days {
    max-block-size: 28rem;
    overflow: auto;
  }
  .bar-cell {
    inline-size: 35%;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 0.5rem;
    border: 0;
    background: none;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    border-radius: 1rem;
    background: var(--dash-accent);
  }
  progress::-moz-progress-bar {
    border-radius: 1rem;
    background: var(--dash-accent);
  }
  @media (width < 40rem) {
    tbody td.bar-cell {
      inline-size: auto;
    }
  }
`;
