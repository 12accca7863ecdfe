import { css, html, type TemplateResult } from 'lit';
import { PageElement } from '../../core/page-element.js';
import { emptyStyles } from '../../parts/empty-state.js';
import { failureNote } from '../../parts/failure-note.js';
import { formatNumber } from '../../parts/format.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { pillLinkStyles } from '../../styles/pill-link-styles.js';
import { totalStyles } from '../../styles/total-styles.js';
import { shellTexts } from '../../texts/shell.js';
import { choiceBar, choiceStyles } from './choice-bar.js';
import { feeSection } from './fee-section.js';
import { figuresSection, figuresStyles } from './figures-section.js';
import type { Fetched } from './stats-state.js';
import type { StatsStore } from './stats-store.js';
import { texts } from './texts.js';

/** What all codes together brought, and what the Marketing module costs. */
export class HematStatsPage extends PageElement<StatsStore> {
  static override styles = [
    baseStyles,
    pageHeadStyles,
    tableStyles,
    emptyStyles,
    pillLinkStyles,
    choiceStyles,
    totalStyles,
    figuresStyles,
    css`
      .fees {
        gap: 0.75rem;
        margin-block-start: 0.75rem;
      }
      .fee-lead {
        max-inline-size: 44rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    const { figures, fees, wanted } = store.state;
    const currency = wanted.currency ?? app.workspace.defaultCurrency;
    return html`${pageHead({ title: words.title, lead: words.lead })}
      <div class="stack">
        ${choiceBar(words, { ...wanted, currency }, this.#currencies(currency))}
        <p class="unseen" role="status">${this.#said()}</p>
        ${this.#fetched(
          figures,
          (stats) => figuresSection(app, words, stats),
          () => void store.ask(wanted),
        )}
        <section class="stack fees" aria-labelledby="fee-title">
          <h2 id="fee-title">${words.feeTitle}</h2>
          ${this.#fetched(
            fees,
            (months) => feeSection(app, words, months),
            () => void store.askFees(),
          )}
        </section>
      </div>`;
  }

  /** What was fetched, or of before as long as the next is on its way. */
  #fetched<Value>(
    fetched: Fetched<Value>,
    show: (value: Value) => TemplateResult,
    retry: () => void,
  ): TemplateResult {
    const { language } = this.app;
    if (fetched.phase === 'failed') return failureNote(fetched.failure, language, retry);
    if (fetched.value === null) return html`<p class="quiet small">${shellTexts[language].loading}</p>`;
    return html`<div class="stack" aria-busy=${fetched.phase === 'loading'}>${show(fetched.value)}</div>`;
  }

  /** The workspace's own first. */
  #currencies(shown: string): readonly string[] {
    const { figures } = this.store.state;
    const others = figures.phase === 'failed' ? [] : (figures.value?.otherCurrencies ?? []);
    return [...new Set([this.app.workspace.defaultCurrency, ...[shown, ...others].sort()])];
  }

  #said(): string {
    const { language } = this.app;
    const { figures, wanted } = this.store.state;
    if (figures.phase === 'failed') return '';
    if (figures.phase === 'loading') return shellTexts[language].loading;
    const words = texts[language];
    return words.said(words.periods[wanted.period], formatNumber(figures.value.totals.uses, language));
  }
}
