import { html } from 'lit';
import { mayAdminister } from '../../core/app.js';
import { defineOnce } from '../../core/define-once.js';
import type { OpenPage, Place } from '../../core/open-page.js';
import { AuditStore, type AuditFilter } from './audit-store.js';
import { HematAuditPage } from './hemat-audit-page.js';
import { texts } from './texts.js';

/** `/audit?from=…&to=…&target=…&actor=…`: who did what. */
export const openAudit: OpenPage = (app, place) => {
  defineOnce('hemat-audit-page', HematAuditPage);
  const store = new AuditStore(app, filterOf(place));
  if (mayAdminister(app)) void store.list.load();
  return {
    title: (language) => texts[language].title,
    render: (app) => html`<hemat-audit-page .app=${app} .store=${store}></hemat-audit-page>`,
    move: (place) => void store.show(filterOf(place)),
    close: () => store.list.close(),
  };
};

function filterOf({ query }: Place): AuditFilter {
  const text = (name: string) => query.get(name)?.trim() ?? '';
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(text(name)) ? text(name) : '');
  return { from: day('from'), to: day('to'), target: text('target'), actor: text('actor') };
}
