import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { shellTexts } from '../texts/shell.js';
import type { DashboardState } from './dashboard-state.js';

/** Short texts at the bottom, said as they come. */
export function noticesTemplate(state: DashboardState, forget: (id: number) => void): TemplateResult {
  const { notices, language } = state;
  return html`<div class="notices" role="status">
    ${repeat(
      notices,
      ({ id }) => id,
      ({ id, text, kind, action }) =>
        html`<div class="notice ${kind ?? 'done'}">
          <span>${text}</span>
          ${
            action === undefined
              ? html`<button @click=${() => forget(id)}>${shellTexts[language].close}</button>`
              : html`<button
                  @click=${() => {
                    forget(id);
                    action.run();
                  }}
                >
                  ${action.label}
                </button>`
          }
        </div>`,
    )}
  </div>`;
}
