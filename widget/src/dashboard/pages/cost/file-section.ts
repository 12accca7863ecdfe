import { css, html, type TemplateResult } from 'lit';
import type { CostStore } from './cost-store.js';
import type { Texts } from './texts-en.js';

/** Where the file is chosen or dropped, and how far it is read. */
export function fileSection(store: CostStore, words: Texts): TemplateResult {
  const { phase, share, fileName, fault } = store.state;
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void store.count(file);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  };
  return html`<section class="card stack" aria-labelledby="file-title">
    <h2 id="file-title">${words.fileTitle}</h2>
    <div class="drop" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
      <label for="file">${words.choose}</label>
      <input
        id="file"
        type="file"
        accept=".csv,text/csv"
        aria-describedby="columns"
        @change=${(event: Event) => take((event.currentTarget as HTMLInputElement).files)}
      />
      <span class="quiet small">${words.drop}</span>
    </div>
    <p class="hint" id="columns">${words.columns}</p>
    ${
      fault === null
        ? null
        : html`<wa-callout variant="danger" role="alert">${words.faults[fault]}</wa-callout>`
    }
    ${
      phase === 'counting'
        ? html`<wa-progress-bar
            value=${Math.round(share * 100)}
            label=${words.counting(fileName ?? '')}
          ></wa-progress-bar>`
        : null
    }
    <p role="status" class="quiet small">
      ${
        phase === 'counting'
          ? words.counting(fileName ?? '')
          : phase === 'done'
            ? words.counted(fileName ?? '')
            : null
      }
    </p>
  </section>`;
}

/** The looks of the place to drop. */
export const fileStyles = css`
  .drop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.5rem;
    padding: 1.75rem 1rem;
    border: 2px dashed var(--wa-color-surface-border);
    border-radius: 0.75rem;
    text-align: center;
  }
  .drop input {
    max-inline-size: 100%;
    font: inherit;
  }
`;
