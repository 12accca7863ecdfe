import { html, type TemplateResult } from 'lit';
import { fileDrop } from '../../parts/file-drop.js';
import type { CostStore } from './cost-store.js';
import type { Texts } from './texts-en.js';

/** Where the file is chosen or dropped, and how far it is read. */
export function fileSection(store: CostStore, words: Texts): TemplateResult {
  const { phase, share, fileName, fault } = store.state;
  return html`<section class="card stack" aria-labelledby="file-title">
    <h2 id="file-title">${words.fileTitle}</h2>
    ${fileDrop({
      label: words.choose,
      or: words.drop,
      accept: '.csv,text/csv',
      describedBy: 'columns',
      take: (file) => void store.count(file),
    })}
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
