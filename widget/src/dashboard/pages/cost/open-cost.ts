import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { CostStore } from './cost-store.js';
import { HematCostPage } from './hemat-cost-page.js';
import { texts } from './texts.js';

/** `/cost`: what a discount would have cost on past orders. */
export const openCost: OpenPage = (app) => {
  defineOnce('hemat-cost-page', HematCostPage);
  const store = new CostStore(app);
  void store.loadCodes();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-cost-page .app=${app} .store=${store}></hemat-cost-page>`,
    close: () => store.close(),
  };
};
