import type { OneTimeString } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import { formatMoment } from '../../parts/format.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { pill, type PillTone } from '../../parts/status-pill.js';
import type { DetailView } from './detail-view.js';
import { orderTemplate } from './order-template.js';

const states = ['unused', 'held', 'used'] as const satisfies OneTimeString['state'][];

const tones: Readonly<Record<OneTimeString['state'], PillTone>> = {
  unused: 'quiet',
  held: 'waiting',
  used: 'good',
};

/** What became of each string of a batch, and of one that is looked for; nothing for a code that is no batch. */
export function stringsTemplate(view: DetailView): TemplateResult | null {
  const { app, code, store, words } = view;
  if (code.kind !== 'onetime') return null;
  const { list } = store.strings;
  const { items, phase } = list.state;
  const acts = { more: () => void list.more(), retry: () => void list.retry() };
  return html`<section class="stack" aria-labelledby="strings-title">
    <h2 id="strings-title">${words.stringsTitle}</h2>
    ${finder(view)}
    ${
      items.length > 0
        ? table(view, items)
        : phase === 'ready'
          ? html`<p class="quiet" role="status">${words.stringsNone}</p>`
          : null
    }
    ${pagedEnd(list.state, app.language, acts)}
  </section>`;
}

function finder({ store: { strings }, words }: DetailView): TemplateResult {
  const { code, state } = strings.state;
  // Each listener hangs on its own field alone.
  const typed = (event: Event) => strings.ask({ code: (event.currentTarget as HTMLInputElement).value });
  const chosen = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    strings.ask({ state: states.find((known) => known === value) ?? null });
  };
  return html`<div class="find">
    <input
      type="search"
      aria-label=${words.findString}
      placeholder=${words.findString}
      maxlength="200"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      .value=${code}
      @input=${typed}
    />
    <select aria-label=${words.state} @change=${chosen}>
      <option value="" ?selected=${state === null}>${words.anyState}</option>
      ${states.map(
        (known) =>
          html`<option value=${known} ?selected=${state === known}>${words.stringState[known]}</option>`,
      )}
    </select>
  </div>`;
}

function table(view: DetailView, strings: readonly OneTimeString[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.stringsCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.string}</th>
          <th scope="col">${words.state}</th>
          <th scope="col">${words.order}</th>
          <th scope="col" class="number">${words.when}</th>
        </tr>
      </thead>
      <tbody>
        ${strings.map((string) => row(view, string))}
      </tbody>
    </table>
  </div>`;
}

function row(view: DetailView, { code, state, orderId, takenAt }: OneTimeString): TemplateResult {
  const { app, words } = view;
  const order = orderId === null ? null : orderTemplate(orderId, view);
  const when = takenAt === null ? null : formatMoment(takenAt, app.language, app.workspace.timeZone);
  return html`<tr>
    <th scope="row"><span class="code">${code}</span></th>
    <td data-label=${words.state}>${pill(words.stringState[state], tones[state])}</td>
    <td data-label=${words.order}>${order}</td>
    <td class="number" data-label=${words.when}>${when}</td>
  </tr>`;
}

/** The looks of the search for a string. */
export const stringsStyles = css`
  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .find > input {
    flex: 1 1 14rem;
    inline-size: auto;
    max-inline-size: 24rem;
  }
  .find > select {
    flex: 0 1 auto;
    inline-size: auto;
  }
  @media (width < 40rem) {
    .find > :is(input, select) {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
`;
