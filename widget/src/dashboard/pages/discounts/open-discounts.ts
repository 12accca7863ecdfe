import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage, Place } from '../../core/open-page.js';
import { DiscountsStore } from './discounts-store.js';
import { filters, type Wanted } from './discounts-state.js';
import { HematDiscountsPage } from './hemat-discounts-page.js';
import { texts } from './texts.js';

/** `/discounts?show=…&q=…`: every code of the workspace. */
export const openDiscounts: OpenPage = (app, place) => {
  defineOnce('hemat-discounts-page', HematDiscountsPage);
  const store = new DiscountsStore(app);
  void store.ask(wantedOf(place));
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-discounts-page .app=${app} .store=${store}></hemat-discounts-page>`,
    move: (place) => void store.ask(wantedOf(place)),
    resume: (visited) => store.resume(visited),
    close: () => store.close(),
  };
};

function wantedOf({ query }: Place): Wanted {
  const filter = filters.find((name) => name === query.get('show')) ?? 'all';
  return { filter, search: query.get('q') ?? '' };
}
