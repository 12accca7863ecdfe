import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney, type QuotedCode } from '@hemat/shared';
import { checkIcon, crossIcon, tagIcon, waitIcon } from '../element/icons.js';
import { isolated, replaceable } from '../element/text.js';
import { spokenTag } from '../messages/register-messages.js';
import type { WaitingCode } from '../store/model.js';
import { layoutOf, type FieldView } from './field-view.js';
import { linesSentence, messageOf, refusalSentence, savingSentence } from './sentences.js';

/** The whole field: the codes that are held, the way to another one, and what there is to say. */
export function fieldTemplate(view: FieldView): TemplateResult {
  const { model, announcement } = view;
  const { applied, waiting, quote, kind } = model.shown;
  const { form, toggle } = layoutOf(view);
  return html`<div part="base" class="base" lang=${spokenTag(view.lang)} aria-busy=${kind === 'checking'}>
    ${
      applied.length + waiting.length > 0
        ? html`<ul part="codes" class="codes" aria-label=${view.messages.codes}>
            ${quote.codes.map((code) => appliedCode(view, code, quote.codes.length > 1))}
            ${waiting.map((code) => waitingCode(view, code))}
          </ul>`
        : nothing
    }
    ${applied.length > 1 ? summary(view) : nothing} ${form ? formTemplate(view) : nothing}
    ${toggle ? toggleTemplate(view) : nothing} ${messageTemplate(view)}
    <div class="unseen" role="status">${announcement}</div>
  </div>`;
}

function appliedCode(view: FieldView, quoted: QuotedCode, isOneOfMany: boolean): TemplateResult {
  const { code, discountAmount, shippingDiscount } = quoted;
  const amount = formatMoney(0 - discountAmount - shippingDiscount, view.model.cart.currency, view.lang);
  return html`<li part="code" class="code">
    ${checkIcon}
    <div class="text">
      <b><bdi part="code-name">${code}</bdi></b>
      ${isOneOfMany ? html`<bdi part="code-amount" class="amount">${amount}</bdi>` : summary(view)}
    </div>
    ${removeButton(view, code)}
  </li>`;
}

function summary(view: FieldView): TemplateResult {
  const lines = linesSentence(view);
  return html`<div part="summary" class="summary">
    ${replaceable('summary', savingSentence(view))}
    ${lines ? html`<div part="lines" class="hint">${isolated(lines)}</div>` : nothing}
  </div>`;
}

function waitingCode(view: FieldView, { held, reason, missing }: WaitingCode): TemplateResult {
  return html`<li part="code waiting" class="code waiting">
    ${waitIcon}
    <div class="text">
      <b><bdi part="code-name">${held.code}</bdi></b>
      <div part="summary" class="summary">${isolated(refusalSentence(view, reason, missing))}</div>
    </div>
    ${removeButton(view, held.code)}
  </li>`;
}

function removeButton({ messages, disabled, onRemove }: FieldView, code: string): TemplateResult {
  return html`<button
    part="remove"
    class="icon"
    type="button"
    data-code=${code}
    aria-label=${messages.remove(code)}
    ?disabled=${disabled}
    @click=${() => onRemove(code)}
  >
    ${crossIcon}
  </button>`;
}

function toggleTemplate({ model, messages, disabled, onToggle }: FieldView): TemplateResult {
  const isFirst = model.held.length === 0;
  return html`<button
    part="toggle"
    class="quiet"
    type="button"
    aria-expanded="false"
    ?disabled=${disabled}
    @click=${onToggle}
  >
    ${tagIcon}${isFirst ? replaceable('toggle', messages.toggle) : replaceable('another', messages.another)}
  </button>`;
}

function formTemplate(view: FieldView): TemplateResult {
  const { model, messages, outerLabel, disabled, typed } = view;
  const { kind } = model.shown;
  return html`<div part="form" class="form">
    ${outerLabel ? nothing : html`<label part="label" class="label" for="code">${replaceable('label', messages.label)}</label>`}
    <input
      part="input"
      id="code"
      maxlength="64"
      autocomplete="off"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck="false"
      enterkeyhint="go"
      aria-label=${outerLabel || nothing}
      aria-describedby="message"
      aria-invalid=${kind === 'refused' || nothing}
      .value=${typed}
      ?disabled=${disabled}
      @input=${view.onType}
      @keydown=${view.onKey}
    />
    <button part="apply" class="apply" type="button" ?disabled=${disabled} @click=${view.onSubmit}>
      ${kind === 'unavailable' ? replaceable('retry', messages.retry) : replaceable('apply', messages.apply)}
    </button>
  </div>`;
}

/** Always there, so that the input can point at it before it speaks. */
function messageTemplate(view: FieldView): TemplateResult {
  const { shown } = view.model;
  const text = messageOf(view);
  const replaces = shown.kind === 'refused' && shown.refusal.replaces ? shown.refusal.code : null;
  return html`<div part="message" class=${text ? `message ${shown.kind}` : 'none'} id="message">
      ${text ? replaceable(shown.kind, text) : nothing}
    </div>
    ${
      replaces
        ? html`<button part="replace" class="quiet" type="button" @click=${() => view.onReplace(replaces)}>
            ${replaceable('replace', view.messages.useInstead(replaces))}
          </button>`
        : nothing
    }`;
}
