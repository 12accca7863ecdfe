import { html, type TemplateResult } from 'lit';
import { mayEdit } from '../../core/app.js';
import { notAllowed } from '../../core/failure.js';
import { PageElement } from '../../core/page-element.js';
import { failureNote } from '../../parts/failure-note.js';
import { fileDrop, fileDropStyles } from '../../parts/file-drop.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { totalStyles } from '../../styles/total-styles.js';
import type { ImportStore } from './import-store.js';
import { reportSection, reportStyles } from './report-section.js';
import { texts } from './texts.js';

/** Codes by the file: checked first, made when that is wanted. */
export class HematImportPage extends PageElement<ImportStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    tableStyles,
    fileDropStyles,
    totalStyles,
    reportStyles,
  ];

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    const { phase, failure } = store.state;
    const head = pageHead({
      title: words.title,
      lead: words.lead,
      up: { path: '/discounts', label: words.up },
    });
    if (!mayEdit(app)) return html`${head} ${failureNote(notAllowed, app.language)}`;
    const isBusy = phase === 'checking' || phase === 'taking';
    const said = phase === 'taking' ? words.taking : words.checking;
    return html`${head}
      <div class="stack">
        <section class="card stack">
          ${fileDrop({
            label: words.choose,
            or: words.drop,
            accept: '.csv,.ndjson,.jsonl,text/csv',
            describedBy: 'limits',
            take: (file) => void store.check(file),
          })}
          <p class="hint" id="limits">${words.limits}</p>
          ${isBusy ? html`<wa-progress-bar indeterminate label=${said}></wa-progress-bar>` : null}
          <p role="status" class="small quiet">${isBusy ? said : null}</p>
          ${failure === null ? null : failureNote(failure, app.language)}
        </section>
        ${reportSection(app, store, words)}
      </div>`;
  }
}
