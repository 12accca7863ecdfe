import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { DetailStore } from './detail-store.js';
import { nameOf } from './detail-view.js';
import { HematUsesChart } from '../../parts/hemat-uses-chart.js';
import { HematDiscountPage } from './hemat-discount-page.js';
import { texts } from './texts.js';

/** `/discounts/:id?string=…`: one code, and of a batch what became of one string. */
export const openDiscount: OpenPage = (app, { params, query }) => {
  defineOnce('hemat-uses-chart', HematUsesChart);
  defineOnce('hemat-discount-page', HematDiscountPage);
  const store = new DetailStore(app, params['id'] ?? '', query.get('string') ?? '');
  void store.load();
  return {
    title: (language) => {
      const { code } = store.state;
      return code === null ? texts[language].batch : nameOf(code, texts[language]);
    },
    render: (app) => html`<hemat-discount-page .app=${app} .store=${store}></hemat-discount-page>`,
    close: () => store.close(),
  };
};
