import { html } from 'lit';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematImportPage } from './hemat-import-page.js';
import { ImportStore } from './import-store.js';
import { texts } from './texts.js';

/** `/discounts/import`: codes by the file. */
export const openImport: OpenPage = (app) => {
  defineOnce('hemat-import-page', HematImportPage);
  const store = new ImportStore(app);
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-import-page .app=${app} .store=${store}></hemat-import-page>`,
    close: () => store.close(),
  };
};
