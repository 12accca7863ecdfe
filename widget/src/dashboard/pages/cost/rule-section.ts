import { html, type TemplateResult } from 'lit';
import type { App } from '../../core/app.js';
import { selectField, textField, type Option } from '../../parts/form/field.js';
import { giftText } from '../../texts/gives.js';
import type { Trying } from './cost-state.js';
import type { CostStore } from './cost-store.js';
import type { Texts } from './texts-en.js';

/** The discount to try: made up here, or one of the workspace's codes. */
export function ruleSection(app: App, store: CostStore, words: Texts): TemplateResult {
  const { trying, codes } = store.state;
  const options: Option<string>[] = [
    { value: 'percent', label: words.newPercent },
    { value: 'fixed', label: words.newFixed },
    ...(codes ?? []).map((code) => ({
      value: code.id,
      label: `${code.code ?? code.name ?? code.id} · ${giftText(code, app.language)}`,
    })),
  ];
  const pick = (value: string) => {
    const code = codes?.find(({ id }) => id === value);
    if (code !== undefined) return void store.try({ source: 'existing', code });
    const minimum = trying.source === 'new' ? trying.minimum : '';
    if (value === 'percent') void store.try({ source: 'new', type: 'percent', value: '10', minimum });
    else void store.try({ source: 'new', type: 'fixed', value: '', minimum });
  };
  return html`<section class="card stack" aria-labelledby="rule-title">
    <h2 id="rule-title">${words.ruleTitle}</h2>
    ${selectField({
      id: 'rule',
      label: words.rule,
      value: trying.source === 'new' ? trying.type : trying.code.id,
      options,
      change: pick,
    })}
    ${trying.source === 'new' ? newRuleFields({ app, store, words }, trying) : null}
  </section>`;
}

function newRuleFields(
  { app, store, words }: { readonly app: App; readonly store: CostStore; readonly words: Texts },
  trying: Trying & { source: 'new' },
): TemplateResult {
  const { defaultCurrency } = app.workspace;
  const isPercent = trying.type === 'percent';
  return html`<div class="pair">
    ${textField({
      id: 'value',
      label: isPercent ? words.percent : words.amount,
      value: trying.value,
      unit: isPercent ? '%' : defaultCurrency,
      inputMode: 'decimal',
      change: (value) => void store.try({ ...trying, value }),
    })}
    ${textField({
      id: 'minimum',
      label: words.minimum,
      value: trying.minimum,
      unit: defaultCurrency,
      inputMode: 'decimal',
      change: (minimum) => void store.try({ ...trying, minimum }),
    })}
  </div>`;
}
