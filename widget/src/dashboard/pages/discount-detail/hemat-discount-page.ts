import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { PageElement } from '../../core/page-element.js';
import { dialogStyles } from '../../parts/dialog.js';
import { emptyStyles } from '../../parts/empty-state.js';
import { failureNote } from '../../parts/failure-note.js';
import { historyStyles, historyTemplate } from '../../parts/history.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { pillStyles } from '../../parts/status-pill.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import type { DetailStore } from './detail-store.js';
import type { DetailView } from './detail-view.js';
import { eventsTemplate } from './events-template.js';
import { factsStyles, factsTemplate } from './facts-template.js';
import { headTemplate } from './head-template.js';
import { ledgerTemplate } from './ledger-template.js';
import { resultsTemplate } from './results-template.js';
import { reverseDialog } from './reverse-dialog.js';
import { stringsStyles, stringsTemplate } from './strings-template.js';
import { texts } from './texts.js';

const refreshMs = 1000;

/** One code: what it does, how far it is used, which orders had it, who was told of it, who changed it. */
export class HematDiscountPage extends PageElement<DetailStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    pillStyles,
    tableStyles,
    emptyStyles,
    dialogStyles,
    factsStyles,
    historyStyles,
    stringsStyles,
    css`
      h1 .pill {
        font-size: 0.8125rem;
        margin-inline-start: 0.375rem;
        vertical-align: 0.25em;
      }
      :host > .stack {
        gap: 1.75rem;
      }
    `,
  ];

  #refreshing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#refreshing);
  }

  protected override lists() {
    const { ledger, strings, events, history } = this.store;
    return [ledger, strings, strings.list, events, history].filter((list) => list !== null);
  }

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    const { code, phase, failure } = store.state;
    if (phase === 'failed' && failure !== null)
      return html`${pageHead({ title: words.batch, up: { path: '/discounts', label: words.up } })}
      ${failureNote(failure, app.language, () => void store.load())}`;
    if (code === null) return html`<p class="quiet" role="status">${words.loading}</p>`;
    const view: DetailView = { app, store, code, words };
    return html`${headTemplate(view)}
      <div class="stack">
        ${factsTemplate(view)} ${resultsTemplate(view)} ${stringsTemplate(view)} ${ledgerTemplate(view)}
        ${eventsTemplate(view)} ${this.#history(view)}
      </div>
      ${reverseDialog(view)}`;
  }

  /** A batch tells how far it is, as long as it is being made. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    clearTimeout(this.#refreshing);
    if (this.store.state.code?.generation?.status === 'running')
      this.#refreshing = setTimeout(() => void this.store.refresh(), refreshMs);
  }

  #history({ app, words }: DetailView): TemplateResult | null {
    const { history } = this.store;
    if (history === null) return null;
    const { state } = history;
    const acts = { more: () => void history.more(), retry: () => void history.retry() };
    return html`<section class="stack" aria-labelledby="history-title">
      <h2 id="history-title">${words.historyTitle}</h2>
      ${
        state.items.length > 0
          ? historyTemplate(app, state.items)
          : state.phase === 'ready'
            ? html`<p class="quiet">${words.historyEmpty}</p>`
            : null
      }
      ${pagedEnd(state, app.language, acts)}
    </section>`;
  }
}
