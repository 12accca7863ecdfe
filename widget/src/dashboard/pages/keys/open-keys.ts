import { html } from 'lit';
import { mayAdminister } from '../../core/app.js';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematKeysPage } from './hemat-keys-page.js';
import { KeysStore } from './keys-store.js';
import { texts } from './texts.js';

/** `/keys`: who may call the service. */
export const openKeys: OpenPage = (app) => {
  defineOnce('hemat-keys-page', HematKeysPage);
  const store = new KeysStore(app.client);
  if (mayAdminister(app)) void store.list.load();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-keys-page .app=${app} .store=${store}></hemat-keys-page>`,
    close: () => store.list.close(),
  };
};
