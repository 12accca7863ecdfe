import { formatMoney } from '@hemat/shared';
import type { Stats } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import { mayEdit, type App } from '../../core/app.js';
import { hrefOf } from '../../core/place.js';
import { emptyState } from '../../parts/empty-state.js';
import { factList } from '../../parts/fact-list.js';
import { formatNumber } from '../../parts/format.js';
import type { Texts } from './texts-en.js';

/** What all codes brought in the period, and their uses day by day; where there is nothing, how it would come. */
export function figuresSection(app: App, words: Texts, stats: Stats): TemplateResult {
  return stats.totals.uses === 0
    ? html`<div class="card">${nothingYet(app, words)}</div>`
    : html`<section class="card" aria-labelledby="totals-title">
          <h2 id="totals-title" class="unseen">${words.totals}</h2>
          ${factList(factsOf(app, words, stats), 'totals')}
        </section>
        <section class="card stack" aria-labelledby="days-title">
          <h2 id="days-title">${words.byDay}</h2>
          <hemat-uses-chart
            .points=${stats.points.map(({ period, uses }) => ({ day: period, uses }))}
            .language=${app.language}
            .label=${words.uses}
            .dayLabel=${words.day}
          ></hemat-uses-chart>
        </section>`;
}

function nothingYet(app: App, words: Texts): TemplateResult {
  return emptyState({
    sign: 'chart',
    title: words.emptyTitle,
    text: words.emptyText,
    action: mayEdit(app)
      ? html`<wa-button variant="brand" href=${hrefOf('/discounts/new')}>${words.emptyAction}</wa-button>`
      : null,
  });
}

function factsOf(
  { language }: App,
  words: Texts,
  { currency, totals }: Stats,
): readonly (readonly [string, string])[] {
  const money = (amount: number) => formatMoney(amount, currency, language === 'id' ? 'id-ID' : 'en');
  const { averageOrder, averageOrderBeforeDiscount } = totals;
  return [
    [words.uses, formatNumber(totals.uses, language)],
    [words.givenAway, money(totals.discountAmount + totals.shippingDiscount)],
    [words.revenue, money(totals.netRevenue)],
    ...(averageOrder === null ? [] : [[words.averageOrder, money(averageOrder)] as const]),
    ...(averageOrderBeforeDiscount === null
      ? []
      : [[words.averageBefore, money(averageOrderBeforeDiscount)] as const]),
  ];
}

/** The looks of the figures. */
export const figuresStyles = css`
  .totals {
    --totals-column: 14rem;
  }
  hemat-uses-chart {
    position: relative;
    overflow: clip;
  }
  [aria-busy='true'] {
    opacity: 0.55;
  }
`;
