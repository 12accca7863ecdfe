import { css, html, type TemplateResult } from 'lit';
import { PageElement } from '../../core/page-element.js';
import { fileDropStyles } from '../../parts/file-drop.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { totalStyles } from '../../styles/total-styles.js';
import type { CostStore } from './cost-store.js';
import { fileSection } from './file-section.js';
import { resultSection, resultStyles } from './result-section.js';
import { ruleSection } from './rule-section.js';
import { texts } from './texts.js';

/** Tries a discount on past orders, in the browser alone. */
export class HematCostPage extends PageElement<CostStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    tableStyles,
    fileDropStyles,
    totalStyles,
    resultStyles,
    css`
      .columns {
        display: grid;
        gap: 1.25rem;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    const { state } = store;
    return html`${pageHead({ title: words.title, lead: words.lead })}
      <div class="stack">
        <div class="columns">${ruleSection(app, store, words)} ${fileSection(store, words)}</div>
        ${state.cost.orders > 0 ? resultSection(app, words, state) : null}
      </div>`;
  }
}
