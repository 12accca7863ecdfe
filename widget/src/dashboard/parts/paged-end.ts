import { html, type TemplateResult } from 'lit';
import type { Language } from '../core/language.js';
import type { PagedState } from '../core/paged-store.js';
import { shellTexts } from '../texts/shell.js';
import { failureNote } from './failure-note.js';

/** What stands below a list that may go on: the way to more, what is on its way, what went wrong. */
export function pagedEnd(
  { phase, failure, nextCursor }: PagedState<unknown>,
  language: Language,
  acts: { readonly more: () => void; readonly retry: () => void },
): TemplateResult | null {
  const texts = shellTexts[language];
  if (phase === 'failed' && failure !== null) return failureNote(failure, language, acts.retry);
  if (phase === 'loading' || phase === 'more')
    return html`<p class="quiet small" role="status">${texts.loading}</p>`;
  return nextCursor === null
    ? null
    : html`<div>
        <wa-button size="s" appearance="outlined" @click=${acts.more}>${texts.more}</wa-button>
      </div>`;
}
