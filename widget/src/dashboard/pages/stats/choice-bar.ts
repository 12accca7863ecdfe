import { css, html, type TemplateResult } from 'lit';
import { hrefOf } from '../../core/place.js';
import { periods } from './period.js';
import type { Wanted } from './stats-state.js';
import type { Texts } from './texts-en.js';

/** The periods, and the currencies where there are several, as links, so that each view has its address. */
export function choiceBar(words: Texts, wanted: Wanted, currencies: readonly string[]): TemplateResult {
  return html`<div class="row spread">
    ${links(
      words.period,
      periods.map((period) => ({
        text: words.periods[period],
        to: { ...wanted, period },
        isCurrent: period === wanted.period,
      })),
    )}
    ${
      currencies.length < 2
        ? null
        : links(
            words.currency,
            currencies.map((currency) => ({
              text: currency,
              to: { ...wanted, currency },
              isCurrent: currency === wanted.currency,
            })),
          )
    }
  </div>`;
}

interface Choice {
  readonly text: string;
  readonly to: Wanted;
  readonly isCurrent: boolean;
}

function links(label: string, choices: readonly Choice[]): TemplateResult {
  return html`<nav aria-label=${label}>
    <ul class="choices">
      ${choices.map(
        ({ text, to, isCurrent }) =>
          html`<li><a href=${hrefOf(pathOf(to))} aria-current=${isCurrent}>${text}</a></li>`,
      )}
    </ul>
  </nav>`;
}

function pathOf({ period, currency }: Wanted): string {
  const query = new URLSearchParams({
    ...(period !== '30d' && { period }),
    ...(currency !== null && { currency }),
  });
  return `/stats${query.size === 0 ? '' : `?${query}`}`;
}

/** The looks of the choices. */
export const choiceStyles = css`
  .choices {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding: 0;
  }
  .choices a {
    display: block;
    padding: 0.375rem 0.75rem;
    border-radius: 2rem;
    color: var(--wa-color-text-quiet);
    font-size: 0.9375rem;
    text-decoration: none;
    white-space: nowrap;
  }
  .choices a:hover {
    color: var(--wa-color-text-normal);
    background: color-mix(in oklab, currentColor 7%, transparent);
  }
  .choices a[aria-current='true'] {
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-normal);
    font-weight: 580;
  }
`;
