import type { ImportReport } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import type { App } from '../../core/app.js';
import { hrefOf } from '../../core/place.js';
import { factList } from '../../parts/fact-list.js';
import { formatNumber } from '../../parts/format.js';
import type { ImportStore } from './import-store.js';
import type { Texts } from './texts-en.js';

/** What the file would do or did, and what is wrong with it. */
export function reportSection(app: App, store: ImportStore, words: Texts): TemplateResult | null {
  const { report, phase } = store.state;
  if (report === null) return null;
  const number = (value: number) => formatNumber(value, app.language);
  const facts: [string, number][] = [
    [words.rows, report.rows],
    [words.created, report.created],
    [words.unchanged, report.unchanged],
    [words.faulty, report.faulty],
  ];
  return html`<section class="card stack" aria-labelledby="report-title">
    <div role="status">
      <h2 id="report-title">${report.dryRun ? words.checkedTitle : words.takenTitle}</h2>
    </div>
    ${factList(
      facts.map(([name, value]) => [name, number(value)]),
      'totals',
    )}
    ${report.faults.length === 0 ? null : faultTable(words, report)}
    ${report.faults.length < 100 ? null : html`<p class="small quiet">${words.more(number(report.faulty))}</p>`}
    <div>
      ${
        phase === 'taken'
          ? html`<wa-button variant="brand" href=${hrefOf('/discounts')}>${words.toList}</wa-button>`
          : report.created === 0
            ? html`<p>${words.nothing}</p>`
            : html`<wa-button variant="brand" ?loading=${phase === 'taking'} @click=${() => void store.take()}
                >${(report.faulty > 0 ? words.takeRest : words.take)(number(report.created))}</wa-button
              >`
      }
    </div>
  </section>`;
}

function faultTable(words: Texts, { faults }: ImportReport): TemplateResult {
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.faultsCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.row}</th>
          <th scope="col">${words.field}</th>
          <th scope="col">${words.fault}</th>
        </tr>
      </thead>
      <tbody>
        ${faults.map(
          ({ row, field, code, message }) =>
            html`<tr>
              <th scope="row">${row}</th>
              <td data-label=${words.field}><code>${field}</code></td>
              <td data-label=${words.fault}>${words.codes[code] ?? message}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The looks of a report. */
export const reportStyles = css`
  .totals {
    --totals-column: 8rem;
  }
`;
