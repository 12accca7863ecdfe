import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { AccountStore } from './account-store.js';
import { HematAccountPage } from './hemat-account-page.js';
import { texts } from './texts.js';

/** `/account`: the person's own password and sessions. */
export const openAccount: OpenPage = (app) => {
  defineOnce('hemat-account-page', HematAccountPage);
  const store = new AccountStore(app);
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-account-page .app=${app} .store=${store}></hemat-account-page>`,
  };
};
