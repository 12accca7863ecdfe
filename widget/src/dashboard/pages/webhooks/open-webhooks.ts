import { html } from 'lit';
import { mayEdit } from '../../core/app.js';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematWebhooksPage } from './hemat-webhooks-page.js';
import { texts } from './texts.js';
import { WebhooksStore } from './webhooks-store.js';

/** `/webhooks`: who is told of events, and what became of each. */
export const openWebhooks: OpenPage = (app) => {
  defineOnce('hemat-webhooks-page', HematWebhooksPage);
  const store = new WebhooksStore(app);
  if (mayEdit(app)) void store.load();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-webhooks-page .app=${app} .store=${store}></hemat-webhooks-page>`,
    close: () => store.close(),
  };
};
