import { css, html, type TemplateResult } from 'lit';
import { hrefOf } from '../../core/place.js';
import { filters, type Wanted } from './discounts-state.js';
import type { Texts } from './texts-en.js';

let waiting: ReturnType<typeof setTimeout> | undefined;
const pauseMs = 250;

/** The filters as links, so that each view has its address, and the search, which asks when the typing pauses. */
export function filterBar(words: Texts, wanted: Wanted, search: (text: string) => void): TemplateResult {
  const typed = (event: Event) => {
    // The listener hangs on the input alone.
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(waiting);
    waiting = setTimeout(() => search(value.trim()), pauseMs);
  };
  return html`<div class="filter-bar">
    <nav aria-label=${words.filters}>
      <ul class="pill-links">
        ${filters.map(
          (filter) =>
            html`<li>
              <a href=${hrefOf(pathOf({ ...wanted, filter }))} aria-current=${filter === wanted.filter}
                >${words.filter[filter]}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <input
      type="search"
      aria-label=${words.search}
      placeholder=${words.search}
      autocomplete="off"
      spellcheck="false"
      .value=${wanted.search}
      @input=${typed}
    />
  </div>`;
}

/** The address of a view, below the dashboard. */
export function pathOf({ filter, search }: Wanted): string {
  const query = new URLSearchParams({
    ...(filter !== 'all' && { show: filter }),
    ...(search !== '' && { q: search }),
  });
  return `/discounts${query.size === 0 ? '' : `?${query}`}`;
}

/** The looks of the filters. */
export const filterStyles = css`
  .filter-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1rem;
  }
  .filter-bar > nav {
    max-inline-size: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .filter-bar > input[type='search'] {
    flex: 1 1 16rem;
    inline-size: auto;
    max-inline-size: 24rem;
  }
  .filter-bar .pill-links {
    padding: 0.1875rem;
  }
  @media (width < 40rem) {
    .filter-bar > input[type='search'] {
      max-inline-size: none;
      flex-basis: 100%;
    }
  }
`;
