import { formatMoney, reasonMessage } from '@hemat/shared';
import { css, html, type TemplateResult } from 'lit';
import { amountText, parseAmount } from '../../parts/amount-text.js';
import { textField } from '../../parts/form/field.js';
import { giftText } from '../../texts/gives.js';
import type { FormView } from './form-view.js';
import { previewOf, type Preview, type Sample } from './preview.js';

/** What the code would give on a cart, counted by the shared engine with every keystroke. */
export function previewSection(
  view: FormView,
  now: number,
  tried: (sample: Partial<Sample>) => void,
): TemplateResult {
  const { words, app, state } = view;
  const preview = previewOf(state.draft, state.sample, { ...app.workspace, now });
  return html`<section class="card stack preview" aria-labelledby="preview-title">
    <div>
      <h2 id="preview-title">${words.previewTitle}</h2>
      <p class="small quiet">${words.previewLead}</p>
    </div>
    ${sampleFields(view, tried)}
    <div aria-live="polite">${preview === null ? words.unreadable : receipt(view, preview)}</div>
  </section>`;
}

function sampleFields({ words, state }: FormView, tried: (sample: Partial<Sample>) => void): TemplateResult {
  const { sample, draft } = state;
  const amount = (name: keyof Sample, label: string) =>
    textField({
      id: `sample-${name}`,
      label,
      value: amountText(sample[name], draft.currency),
      unit: draft.currency,
      inputMode: 'decimal',
      change: (typed) => {
        const read = parseAmount(typed, draft.currency) ?? 0;
        if (!Number.isNaN(read)) tried({ [name]: Math.min(read, 1_000_000_000) });
      },
    });
  return html`${amount('subtotal', words.items)} ${amount('shippingAmount', words.shipping)}`;
}

function receipt({ words, app, state }: FormView, { cart, quote, gift }: Preview): TemplateResult {
  const { language, workspace } = app;
  const money = (value: number) => formatMoney(value, cart.currency, language === 'id' ? 'id-ID' : 'en');
  const { draft } = state;
  const [match, other] = cart.lines;
  const isSplit = draft.scope !== 'cart' && other !== undefined;
  const line = (label: string, value: number, kind = '') =>
    html`<div class="receipt-line ${kind}">
      <dt>${label}</dt>
      <dd class="number">${kind === 'off' ? '−' : ''}${money(value)}</dd>
    </div>`;
  return html`<p class="gift">${giftText(gift, language)}</p>
    <dl class="receipt">
      ${
        isSplit
          ? html`${line(words.matchingItems, match?.unitAmount ?? 0)}
            ${line(words.otherItems, other.unitAmount)}`
          : line(words.items, quote.subtotal)
      }
      ${quote.discountAmount > 0 ? line(words.off, quote.discountAmount, 'off') : null}
      ${line(words.shipping, quote.shippingAmount)}
      ${quote.shippingDiscount > 0 ? line(words.off, quote.shippingDiscount, 'off') : null}
      ${line(words.total, quote.total, 'sum')}
    </dl>
    ${
      quote.applies
        ? null
        : html`<p class="small refused">
            ${words.refusedPreview}:
            ${reasonMessage(quote.reason, quote.missing, {
              locale: language,
              currency: cart.currency,
              timeZone: workspace.timeZone,
            })}
          </p>`
    }`;
}

/** The looks of the preview. */
export const previewStyles = css`
  .gift {
    font-weight: 620;
    color: var(--wa-color-brand-on-quiet);
    margin-block-end: 0.5rem;
  }
  .receipt {
    display: grid;
    gap: 0.375rem;
  }
  .receipt-line {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }
  .receipt-line.off dd {
    color: var(--wa-color-success-on-quiet);
    font-weight: 580;
  }
  .receipt-line.sum {
    margin-block-start: 0.25rem;
    padding-block-start: 0.625rem;
    border-block-start: 1px solid var(--wa-color-surface-border);
    font-weight: 640;
  }
  .refused {
    margin-block-start: 0.75rem;
    color: var(--wa-color-warning-on-quiet);
  }
`;
