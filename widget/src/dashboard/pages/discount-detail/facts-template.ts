import { css, html, type TemplateResult } from 'lit';
import { formatMoment, formatNumber } from '../../parts/format.js';
import { tellFailure } from '../../parts/tell-failure.js';
import { failureOf } from '../../core/failure.js';
import type { DetailView } from './detail-view.js';
import { ruleSentences } from './rule-sentences.js';

/** The rule in plain words, and how far it is used. */
export function factsTemplate(view: DetailView): TemplateResult {
  const { app, code, words } = view;
  return html`<section class="card stack">
    <h2>${words.ruleTitle}</h2>
    <ul class="sentences">
      ${ruleSentences(code, app.language, app.workspace).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${code.description === null ? null : html`<p class="quiet">${code.description}</p>`}
    ${code.generation === null ? null : batchTemplate(view)}
    <dl class="facts">${figures(view)}</dl>
  </section>`;
}

function figures({ app, code, words }: DetailView): TemplateResult[] {
  const { language, workspace } = app;
  const number = (value: number) => formatNumber(value, language);
  const left =
    code.maxUsesTotal === null
      ? words.unlimited
      : number(Math.max(0, code.maxUsesTotal - code.usesTotal - code.holdsTotal));
  const moment = (instant: string) => formatMoment(instant, language, workspace.timeZone);
  const facts: [string, string][] = [
    [words.uses, number(code.usesTotal)],
    ...(code.holdsTotal > 0 ? [[words.held, number(code.holdsTotal)] as [string, string]] : []),
    ...(code.kind === 'reusable' ? [[words.usesLeft, left] as [string, string]] : []),
    [words.created, moment(code.createdAt)],
    [words.changed, moment(code.updatedAt)],
  ];
  return facts.map(
    ([name, value]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`,
  );
}

/** How far a batch's strings are made, and the file of them. */
function batchTemplate({ app, code, words }: DetailView): TemplateResult | null {
  const { generation } = code;
  if (generation === null) return null;
  const { done, total, status } = generation;
  const said = words.generated(formatNumber(done, app.language), formatNumber(total, app.language));
  const download = async () => {
    try {
      await app.download(`/discount-codes/${code.id}/strings`, `${code.name ?? code.id}.csv`);
    } catch (error) {
      tellFailure(app, failureOf(error));
    }
  };
  return html`<div class="batch">
    ${
      status === 'running'
        ? html`<wa-progress-bar value=${Math.floor((done / total) * 100)} label=${said}></wa-progress-bar>`
        : null
    }
    <div class="row spread">
      <span role="status">${said}</span>
      <wa-button size="s" appearance="outlined" ?disabled=${status === 'running'} @click=${download}
        >${words.downloadStrings}</wa-button
      >
    </div>
  </div>`;
}

/** The looks of the facts. */
export const factsStyles = css`
  .sentences {
    display: grid;
    gap: 0.375rem;
    padding-inline-start: 1.125rem;
  }
  .sentences li::marker {
    color: var(--dash-accent);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
    gap: 1rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--wa-color-surface-border);
  }
  .facts.bare {
    padding: 0;
    border: 0;
  }
  .facts dt {
    font-size: 0.8125rem;
    color: var(--wa-color-text-quiet);
  }
  .facts dd {
    font-variant-numeric: tabular-nums;
    font-weight: 560;
  }
  .batch {
    display: grid;
    gap: 0.75rem;
  }
`;
