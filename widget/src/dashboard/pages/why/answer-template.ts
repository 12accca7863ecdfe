import { formatMoney, type Reason } from '@hemat/shared';
import type { ValidateAnswer } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import type { App } from '../../core/app.js';
import { formatNumber } from '../../parts/format.js';
import { icon, type IconName } from '../../parts/icons.js';
import type { Texts } from './texts-en.js';

type Check = NonNullable<ValidateAnswer['checks']>[number];

const signs: Readonly<Record<Check['outcome'], IconName>> = {
  passed: 'check',
  failed: 'cross',
  skipped: 'dash',
};

/** The verdict, and each check of each code with its outcome. */
export function answerTemplate(app: App, words: Texts, answer: ValidateAnswer): TemplateResult {
  const checks = answer.checks ?? [];
  const codes = [...new Set(checks.map(({ code }) => code))];
  return html`<section class="card stack" aria-labelledby="verdict">
    ${verdict(app, words, answer)}
    ${codes.map(
      (code) =>
        html`<div class="stack-s">
          <h3 id="checks-${code}">${words.checksOf(code)}</h3>
          <ol class="checks" aria-label=${words.checksOf(code)}>
            ${checks.filter((check) => check.code === code).map((check) => checkTemplate(words, check))}
          </ol>
        </div>`,
    )}
  </section>`;
}

function verdict({ language }: App, words: Texts, answer: ValidateAnswer): TemplateResult {
  const money = (amount: number) => formatMoney(amount, answer.currency, language === 'id' ? 'id-ID' : 'en');
  const left =
    answer.usesLeft == null
      ? null
      : html`<p class="quiet small">${words.left(formatNumber(answer.usesLeft, language))}</p>`;
  if (answer.applies) {
    const off = answer.discountAmount + answer.shippingDiscount;
    return html`<div role="status">
      <h2 id="verdict" class="good">${words.works}</h2>
      <p>${words.worksText(money(off), money(answer.total))}</p>
      ${left}
    </div>`;
  }
  return html`<div role="status">
    <h2 id="verdict" class="bad">${words.fails}</h2>
    <p><span class="quiet">${words.told}:</span> ${answer.message}</p>
    ${left}
  </div>`;
}

function checkTemplate(words: Texts, { check, outcome }: Check): TemplateResult {
  return html`<li class=${outcome}>
    ${icon(signs[outcome])}
    <span>${textOf(words, check)}</span>
    <span class="small outcome">${words.outcome[outcome]}</span>
  </li>`;
}

/** A secret key is never given the neutral reason. */
function textOf(words: Texts, check: Check['check']): string {
  return check === 'NOT_APPLICABLE' ? check : words.checks[check satisfies Reason];
}

/** The looks of an answer. */
export const answerStyles = css`
  h2.good {
    color: var(--wa-color-success-on-quiet);
  }
  h2.bad {
    color: var(--wa-color-danger-on-quiet);
  }
  .stack-s {
    display: grid;
    gap: 0.5rem;
  }
  .checks {
    list-style: none;
    padding: 0;
  }
  .checks li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.75rem;
    padding-block: 0.5rem;
  }
  .checks li + li {
    border-block-start: 1px solid var(--wa-color-surface-border);
  }
  .passed svg {
    color: var(--wa-color-success-on-quiet);
  }
  .failed {
    font-weight: 600;
  }
  .failed svg,
  .failed .outcome {
    color: var(--wa-color-danger-on-quiet);
  }
  .skipped,
  .passed .outcome {
    color: var(--wa-color-text-quiet);
  }
`;
