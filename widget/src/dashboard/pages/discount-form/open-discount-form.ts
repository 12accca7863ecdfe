import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { FormStore } from './form-store.js';
import { HematDiscountFormPage } from './hemat-discount-form-page.js';
import { texts } from './texts.js';

/** `/discounts/new` and `/discounts/:id/edit`. */
export const openDiscountForm: OpenPage = (app, { params }) => {
  defineOnce('hemat-discount-form-page', HematDiscountFormPage);
  const store = new FormStore(app, params['id'] ?? null);
  return {
    title: (language) => {
      const { edited } = store.state;
      const words = texts[language];
      return edited === null ? words.createTitle : words.editTitle(edited.code ?? words.batch);
    },
    render: (app) => html`<hemat-discount-form-page .app=${app} .store=${store}></hemat-discount-form-page>`,
  };
};
