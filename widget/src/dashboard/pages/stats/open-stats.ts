import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage, Place } from '../../core/open-page.js';
import { HematUsesChart } from '../../parts/hemat-uses-chart.js';
import { HematStatsPage } from './hemat-stats-page.js';
import { periods } from './period.js';
import type { Wanted } from './stats-state.js';
import { StatsStore } from './stats-store.js';
import { texts } from './texts.js';

/** `/stats?period=…&currency=…`: what all codes together brought. */
export const openStats: OpenPage = (app, place) => {
  defineOnce('hemat-uses-chart', HematUsesChart);
  defineOnce('hemat-stats-page', HematStatsPage);
  const store = new StatsStore(app);
  void store.ask(wantedOf(place));
  void store.askFees();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-stats-page .app=${app} .store=${store}></hemat-stats-page>`,
    move: (place) => void store.ask(wantedOf(place)),
    close: () => store.close(),
  };
};

function wantedOf({ query }: Place): Wanted {
  const currency = query.get('currency') ?? '';
  return {
    period: periods.find((name) => name === query.get('period')) ?? '30d',
    currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
  };
}
