import { html, type TemplateResult } from 'lit';
import type { App } from '../../core/app.js';
import { failureNote } from '../../parts/failure-note.js';
import { icon } from '../../parts/icons.js';
import type { IntegrationsStore } from './integrations-store.js';
import type { Texts } from './texts-en.js';

/** What the shop pastes into its pages. */
export function snippetSection(app: App, store: IntegrationsStore, words: Texts): TemplateResult {
  const { embed, embedFailure } = store.state;
  const copy = async () => {
    await navigator.clipboard.writeText(embed?.snippet ?? '');
    app.notify({ text: words.snippetCopied });
  };
  return html`<section class="card stack" aria-labelledby="snippet-title">
    <h2 id="snippet-title">${words.snippetTitle}</h2>
    <p>${words.snippetText}</p>
    ${
      embedFailure === null
        ? null
        : embedFailure.code === 'UNAVAILABLE'
          ? html`<wa-callout variant="warning">${words.snippetMissing}</wa-callout>`
          : failureNote(embedFailure, app.language, () => void store.loadEmbed())
    }
    ${
      embed === null
        ? null
        : html`<pre
              class="snippet"
              tabindex="0"
              role="region"
              aria-label=${words.snippet}
            ><code>${embed.snippet}</code></pre>
            <div class="row spread">
              <wa-button size="s" appearance="outlined" @click=${copy}
                >${icon('copy')} ${words.copySnippet}</wa-button
              >
              <span class="quiet small">${words.version(embed.version)}</span>
            </div>`
    }
  </section>`;
}
