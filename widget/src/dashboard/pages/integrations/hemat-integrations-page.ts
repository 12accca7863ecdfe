import { css, html, type TemplateResult } from 'lit';
import { PageElement } from '../../core/page-element.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import type { IntegrationsStore } from './integrations-store.js';
import { moduleSection } from './module-section.js';
import { settingsSection } from './settings-section.js';
import { snippetSection } from './snippet-section.js';
import { texts } from './texts.js';

/** The module, the snippet and the settings of the workspace. */
export class HematIntegrationsPage extends PageElement<IntegrationsStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    css`
      .card {
        max-inline-size: 46rem;
      }
      .snippet {
        margin: 0;
        padding: 1rem;
        overflow: auto;
        border-radius: 0.5rem;
        background: var(--dash-sunken);
        font-size: 0.875rem;
        line-height: 1.55;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    return html`${pageHead({ title: words.title, lead: words.lead })}
      <div class="stack">
        ${moduleSection(app, store, words)} ${snippetSection(app, store, words)}
        ${settingsSection({ app, store, words })}
      </div>`;
  }
}
