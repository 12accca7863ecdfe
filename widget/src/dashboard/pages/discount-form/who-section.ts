import { html, type TemplateResult } from 'lit';
import { checkBox, radioGroup } from '../../parts/form/choice.js';
import { selectField, textField } from '../../parts/form/field.js';
import { bound, faultOf, type FormView } from './form-view.js';

const eligibilities = ['all', 'new', 'returning'] as const;
const classes = ['products', 'cart', 'shipping'] as const;

/** Who may use it, how often, where, beside what, and what the cap means before the payment. */
export function whoSection(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { draft } = state;
  const isReusable = draft.kind === 'reusable';
  const hasCap = draft.maxUsesTotal.trim() !== '' || draft.maxUsesPerCustomer.trim() !== '';
  return html`<section class="card stack">
    <h2>${words.whoTitle}</h2>
    ${
      isReusable
        ? html`<div class="pair">
            ${textField({
              ...bound(view, 'maxUsesTotal'),
              label: words.maxUsesTotal,
              hint: words.usesHint,
              inputMode: 'numeric',
            })}
            ${textField({
              ...bound(view, 'maxUsesPerCustomer'),
              label: words.maxUsesPerCustomer,
              hint: words.usesHint,
              inputMode: 'numeric',
            })}
          </div>`
        : null
    }
    ${hasCap || !isReusable ? policyFields(view) : null}
    <div class="pair">
      ${selectField({
        id: 'customerEligibility',
        label: words.customerEligibility,
        value: draft.customerEligibility,
        fault: faultOf(view, 'customerEligibility'),
        options: eligibilities.map((value) => ({ value, label: words.eligibility[value] })),
        change: (customerEligibility) => change({ customerEligibility }),
      })}
      ${textField({ ...bound(view, 'regions'), label: words.regions, hint: words.regionsHint })}
    </div>
    ${combinesFields(view)}
  </section>`;
}

function policyFields(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { policies } = words;
  const { limitPolicy } = state.draft;
  return html`${radioGroup({
    id: 'limitPolicy',
    label: words.limitPolicy,
    value: limitPolicy,
    options: [
      { value: 'honor', label: policies.honor, hint: policies.honorHint },
      { value: 'hold', label: policies.hold, hint: policies.holdHint },
      { value: 'strict', label: policies.strict, hint: policies.strictHint },
    ],
    change: (value) => change({ limitPolicy: value }),
  })}
  ${
    limitPolicy === 'hold'
      ? textField({ ...bound(view, 'holdMinutes'), label: words.holdMinutes, inputMode: 'numeric' })
      : null
  }`;
}

function combinesFields({ words, state, change }: FormView): TemplateResult {
  const { combinesWith } = state.draft;
  return html`<fieldset>
    <legend>${words.combines}</legend>
    <div class="hint">${words.combinesHint}</div>
    ${classes.map((name) =>
      checkBox({
        id: `combinesWith-${name}`,
        label: words.combinesWith[name],
        isChecked: combinesWith.includes(name),
        change: (isChecked) =>
          change({
            combinesWith: classes.filter((other) =>
              other === name ? isChecked : combinesWith.includes(other),
            ),
          }),
      }),
    )}
  </fieldset>`;
}
