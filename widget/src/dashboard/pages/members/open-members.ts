import { html } from 'lit';
import { mayAdminister } from '../../core/app.js';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage } from '../../core/open-page.js';
import { HematMembersPage } from './hemat-members-page.js';
import { MembersStore } from './members-store.js';
import { texts } from './texts.js';

/** `/members`: who belongs to the workspace. */
export const openMembers: OpenPage = (app) => {
  defineOnce('hemat-members-page', HematMembersPage);
  const store = new MembersStore(app);
  if (mayAdminister(app)) void store.load();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-members-page .app=${app} .store=${store}></hemat-members-page>`,
    close: () => store.close(),
  };
};
