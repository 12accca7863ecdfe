import { formatMoney } from '@hemat/shared';
import { html, type TemplateResult } from 'lit';
import { factList } from '../../parts/fact-list.js';
import { formatNumber } from '../../parts/format.js';
import type { DetailView } from './detail-view.js';

/** What the code brought in the last thirty days, and its uses day by day; nothing while it is not known. */
export function resultsTemplate({ app, store, words }: DetailView): TemplateResult | null {
  const { stats } = store.state;
  if (stats === null || stats.totals.uses === 0) return null;
  const { language } = app;
  const money = (amount: number) => formatMoney(amount, stats.currency, language === 'id' ? 'id-ID' : 'en');
  const { uses, discountAmount, shippingDiscount, netRevenue, averageOrder } = stats.totals;
  const facts: [string, string][] = [
    [words.uses, formatNumber(uses, language)],
    [words.givenAway, money(discountAmount + shippingDiscount)],
    [words.revenue, money(netRevenue)],
    ...(averageOrder === null ? [] : [[words.averageOrder, money(averageOrder)] as [string, string]]),
  ];
  return html`<section class="card stack" aria-labelledby="results-title">
    <h2 id="results-title">${words.resultsTitle}</h2>
    ${factList(facts, 'facts bare')}
    <hemat-uses-chart
      .points=${stats.points.map((point) => ({ day: point.period, uses: point.uses }))}
      .language=${language}
      .label=${words.uses}
      .dayLabel=${words.day}
    ></hemat-uses-chart>
  </section>`;
}
