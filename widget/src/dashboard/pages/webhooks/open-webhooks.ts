import { html } from 'lit';
import { mayEdit } from '../../core/app.js';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematWebhooksPage } from './hemat-webhooks-page.js';
import { texts } from './texts.js';
import { WebhooksStore } from './webhooks-store.js';

/** `/webhooks?event=…`: who is told of events, what became of each, and of the one that is named. */
export const openWebhooks: OpenPage = (app, { query }) => {
  defineOnce('hemat-webhooks-page', HematWebhooksPage);
  const store = new WebhooksStore(app);
  const event = query.get('event');
  if (mayEdit(app)) {
    void store.load();
    if (event !== null) void store.look(event);
  }
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-webhooks-page .app=${app} .store=${store}></hemat-webhooks-page>`,
    close: () => store.close(),
  };
};
