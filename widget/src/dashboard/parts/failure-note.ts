import { html, type TemplateResult } from 'lit';
import type { Failure } from '../core/failure.js';
import type { Language } from '../core/language.js';
import { shellTexts } from '../texts/shell.js';

/** The sentence of a failure in the reader's language. */
export function failureSentence({ code }: Pick<Failure, 'code'>, language: Language): string {
  const { failures } = shellTexts[language];
  return failures[code] ?? failures['UNKNOWN'] ?? code;
}

/** What went wrong, how to name it to the service's people, and a way to try again where there is one. */
export function failureNote(failure: Failure, language: Language, retry?: () => void): TemplateResult {
  const texts = shellTexts[language];
  return html`<wa-callout variant="danger" role="alert">
    <div class="row spread">
      <div>
        ${failureSentence(failure, language)}
        ${
          failure.requestId === null
            ? null
            : html`<div class="small quiet">${texts.reference(failure.requestId)}</div>`
        }
      </div>
      ${
        retry === undefined
          ? null
          : html`<wa-button size="s" appearance="outlined" @click=${retry}>${texts.retry}</wa-button>`
      }
    </div>
  </wa-callout>`;
}
