import { css, html, type TemplateResult } from 'lit';
import { mayAdminister } from '../../core/app.js';
import { PageElement } from '../../core/page-element.js';
import { emptyState, emptyStyles } from '../../parts/empty-state.js';
import { textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { historyStyles, historyTemplate } from '../../parts/history.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import type { AuditFilter, AuditStore } from './audit-store.js';
import type { Texts } from './texts-en.js';
import { texts } from './texts.js';

/** Who did what in the workspace. */
export class HematAuditPage extends PageElement<AuditStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    emptyStyles,
    historyStyles,
    css`
      .filters {
        display: grid;
        gap: 1rem;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      }
    `,
  ];

  #typed: AuditFilter | null = null;

  protected override lists() {
    return [this.store.list];
  }

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    if (!mayAdminister(app))
      return html`${pageHead({ title: words.title, lead: words.lead })}
        <div class="card">${words.notAllowed}</div>`;
    const { list } = store;
    const { items, phase } = list.state;
    const acts = { more: () => void list.more(), retry: () => void list.retry() };
    return html`${pageHead({ title: words.title, lead: words.lead })}
      <div class="stack">
        ${this.#filters(words)}
        ${
          items.length > 0
            ? historyTemplate(app, items)
            : phase === 'ready'
              ? html`<div class="card">
                  ${emptyState({ sign: 'list', title: words.emptyTitle, text: words.emptyText })}
                </div>`
              : null
        }
        ${pagedEnd(list.state, app.language, acts)}
      </div>`;
  }

  #filters(words: Texts): TemplateResult {
    const filter = this.#typed ?? this.store.state.filter;
    const bound = (id: keyof AuditFilter) => ({
      id,
      value: filter[id],
      change: (value: string) => {
        this.#typed = { ...(this.#typed ?? filter), [id]: value };
      },
    });
    const { isExporting } = this.store.state;
    return html`<form class="card stack" novalidate @submit=${this.#submit}>
      <div class="filters">
        ${textField({ ...bound('from'), label: words.from, type: 'date' })}
        ${textField({ ...bound('to'), label: words.to, type: 'date' })}
        ${textField({ ...bound('target'), label: words.target, hint: words.targetHint, isCode: true })}
        ${textField({ ...bound('actor'), label: words.actor, hint: words.actorHint, isCode: true })}
      </div>
      <div class="row">
        ${submitOnEnter}<wa-button type="submit" variant="brand" size="s">${words.show}</wa-button>
        <wa-button
          size="s"
          appearance="outlined"
          ?loading=${isExporting}
          @click=${() => void this.store.export('audit-log.csv')}
          >${words.export}</wa-button
        >
      </div>
    </form>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const typed = this.#typed ?? this.store.state.filter;
    const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
    this.app.navigate(`/audit${query.size === 0 ? '' : `?${query}`}`);
  };
}
