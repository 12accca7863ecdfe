import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { mayAdminister, type App } from '../../core/app.js';
import { failureNote } from '../../parts/failure-note.js';
import { formatPercent } from '../../parts/format.js';
import type { IntegrationsStore } from './integrations-store.js';
import type { Texts } from './texts-en.js';

/** The Marketing switch, and what to do where the plan does not include it. */
export function moduleSection(app: App, store: IntegrationsStore, words: Texts): TemplateResult {
  const { workspace, language } = app;
  const { isSwitching, switchFailure } = store.state;
  const toggled = (event: Event) => {
    // The switch shows what the service says, not what was pressed.
    const { checked } = event.currentTarget as HTMLInputElement;
    void store.setMarketing(checked);
  };
  return html`<section class="card stack" aria-labelledby="module-title">
    <div class="row spread">
      <h2 id="module-title">${words.moduleTitle}</h2>
      <span class="quiet small">${words.plan(workspace.plan)}</span>
    </div>
    <p>${words.moduleText}</p>
    <div class="choice">
      <input
        id="marketing"
        type="checkbox"
        role="switch"
        class="switch"
        .checked=${live(workspace.marketingEnabled)}
        ?disabled=${isSwitching || !mayAdminister(app)}
        aria-describedby="marketing-hint"
        @change=${toggled}
      />
      <div>
        <label for="marketing">${words.moduleSwitch}</label>
        <div class="hint" id="marketing-hint">
          ${words.fee(formatPercent(workspace.moduleFeeBasisPoints / 100, language))} ${words.moduleKept}
        </div>
      </div>
    </div>
    ${
      switchFailure === null
        ? null
        : switchFailure.code === 'UPGRADE_REQUIRED'
          ? html`<wa-callout variant="warning" role="alert">
              <strong>${words.upgradeTitle}</strong>
              <div>${words.upgradeText}</div>
            </wa-callout>`
          : failureNote(switchFailure, language)
    }
  </section>`;
}
