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
    <ul class="pill-links">
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
  .pill-links {
    flex-wrap: wrap;
  }
`;
