import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematWhyPage } from './hemat-why-page.js';
import { texts } from './texts.js';
import { WhyStore } from './why-store.js';

/** `/why?code=…`: each check of a code on a cart. */
export const openWhy: OpenPage = (app, { query }) => {
  defineOnce('hemat-why-page', HematWhyPage);
  const store = new WhyStore(app, query.get('code') ?? '');
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-why-page .app=${app} .store=${store}></hemat-why-page>`,
  };
};
