import { css, html, type TemplateResult } from 'lit';
import { mayEdit } from '../../core/app.js';
import { PageElement } from '../../core/page-element.js';
import { hrefOf } from '../../core/place.js';
import { emptyState, emptyStyles } from '../../parts/empty-state.js';
import { failureNote } from '../../parts/failure-note.js';
import { formatNumber } from '../../parts/format.js';
import { icon } from '../../parts/icons.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { pillStyles } from '../../parts/status-pill.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { pillLinkStyles } from '../../styles/pill-link-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { BlockWindow } from './block-window.js';
import { discountTable } from './discount-table.js';
import type { DiscountsStore } from './discounts-store.js';
import { countOf } from './discounts-state.js';
import { filterBar, filterStyles, pathOf } from './filter-bar.js';
import { EndWatch } from './end-watch.js';
import type { Texts } from './texts-en.js';
import { texts } from './texts.js';

/** Every code of the workspace: filtered, searched, scrolled through. */
export class HematDiscountsPage extends PageElement<DiscountsStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    pillStyles,
    tableStyles,
    emptyStyles,
    pillLinkStyles,
    filterStyles,
    css`
      th .code {
        font-weight: 620;
        margin-inline-end: 0.5rem;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      th .code:hover {
        text-decoration: underline;
      }
      .name {
        font-weight: 400;
      }
      tbody > tr.gap.gap,
      tbody > tr.gap.gap > td {
        padding: 0 !important;
        border: 0;
      }
      @media (width < 40rem) {
        /* Empty cells of other rows are not shown. */
        tbody > tr.gap > td:empty {
          display: block;
        }
      }
      .end {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        padding: 1rem;
      }
    `,
  ];

  readonly #window = new BlockWindow(this, () => this.store.heights);

  constructor() {
    super();
    new EndWatch(this, () => {
      if (this.store.state.phase === 'ready') void this.store.more();
    });
  }

  override returnTo(top: number): Promise<void> {
    this.#window.lookAt(top);
    return super.returnTo(top);
  }

  /** To the code that was opened from here. */
  protected override takeFocusBack(): void {
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('th .code')];
    const opened = hrefOf(`/discounts/${this.store.lastVisited}`);
    const link = links.find((one) => one.getAttribute('href')?.split('?')[0] === opened);
    if (link === undefined) super.takeFocusBack();
    else link.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { language } = this.app;
    const { wanted } = this.store.state;
    const words = texts[language];
    return html`${pageHead({ title: words.title, lead: words.lead, actions: this.#actions(words) })}
      <div class="stack">
        ${filterBar(words, wanted, (search) => this.app.navigate(pathOf({ ...wanted, search }), { replace: true }))}
        ${this.#list(words)}
      </div>`;
  }

  #actions(words: Texts): TemplateResult {
    const exportAll = () => void this.store.export('discount-codes.csv');
    return html`<wa-button size="s" appearance="outlined" @click=${exportAll}>${words.export}</wa-button> ${
        mayEdit(this.app)
          ? html`<wa-button size="s" appearance="outlined" href=${hrefOf('/discounts/import')}
                >${words.import}</wa-button
              >
              ${this.#createButton(words.create)}`
          : null
      }`;
  }

  #list(words: Texts): TemplateResult {
    const { app, store } = this;
    const { wanted, blocks, totals, phase, nextCursor, failure } = store.state;
    if (failure?.code === 'MARKETING_MODULE_DISABLED') return this.#moduleOff(words);
    if (phase === 'failed' && failure !== null && blocks.length === 0)
      return failureNote(failure, app.language, () => void store.retry());
    if (phase === 'loading')
      return html`<p class="quiet" role="status" aria-busy="true">${words.loading}</p>`;
    if (blocks.length === 0) return this.#nothing(words);
    const hasMore = nextCursor !== null;
    return html`${discountTable({ app, blocks, totals, search: wanted.search, window: this.#window, hasMore })}
    ${this.#end(words)}`;
  }

  /** Below the table: how much is shown, and what brings more where scrolling does not. */
  #end(words: Texts): TemplateResult {
    const { state } = this.store;
    const { language } = this.app;
    const isAll = state.nextCursor === null;
    const count = formatNumber(countOf(state), language);
    return html`<div class="end" data-end>
      ${
        state.phase === 'failed' && state.failure !== null
          ? failureNote(state.failure, language, () => void this.store.retry())
          : null
      }
      <p class="quiet small" role="status">
        ${state.phase === 'more' ? words.loadingMore : words.shown(count, isAll)}
      </p>
      ${
        isAll || state.phase === 'more'
          ? null
          : html`<wa-button size="s" appearance="outlined" @click=${() => void this.store.more()}
              >${words.more}</wa-button
            >`
      }
    </div>`;
  }

  #nothing(words: Texts): TemplateResult {
    const { filter, search } = this.store.state.wanted;
    const isFirst = filter === 'all' && search === '';
    return html`<div class="card">
      ${
        isFirst
          ? emptyState({
              sign: 'tag',
              title: words.emptyTitle,
              text: words.emptyText,
              action: mayEdit(this.app) ? this.#createButton(words.emptyAction) : null,
            })
          : emptyState({
              sign: 'search',
              title: words.nothingTitle,
              text: words.nothingText,
              action: html`<a href=${hrefOf('/discounts')}>${words.showAll}</a>`,
            })
      }
    </div>`;
  }

  #moduleOff(words: Texts): TemplateResult {
    const action = html`<wa-button variant="brand" href=${hrefOf('/integrations')}
      >${words.toIntegrations}</wa-button
    >`;
    const { moduleTitle: title, moduleText: text } = words;
    return html`<div class="card">${emptyState({ sign: 'plug', title, text, action })}</div>`;
  }

  #createButton(text: string): TemplateResult {
    return html`<wa-button size="s" variant="brand" href=${hrefOf('/discounts/new')}
      >${icon('plus')} ${text}</wa-button
    >`;
  }
}
