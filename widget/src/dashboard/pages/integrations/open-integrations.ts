import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematIntegrationsPage } from './hemat-integrations-page.js';
import { IntegrationsStore } from './integrations-store.js';
import { texts } from './texts.js';

/** `/integrations`: the module, the snippet and the settings. */
export const openIntegrations: OpenPage = (app) => {
  defineOnce('hemat-integrations-page', HematIntegrationsPage);
  const store = new IntegrationsStore(app);
  void store.loadEmbed();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-integrations-page .app=${app} .store=${store}></hemat-integrations-page>`,
  };
};
