import { html, type TemplateResult } from 'lit';
import { areaField, selectField, textField } from '../../parts/form/field.js';
import { isInMoney, isPercentType, isShippingType } from './draft.js';
import { bound, faultOf, type FormView } from './form-view.js';

const types = ['percent', 'fixed', 'shipping_percent', 'shipping_fixed'] as const;
const scopes = ['cart', 'products', 'tags'] as const;

/** Type, value, cap, scope, minimum: only what applies to the type. */
export function givesSection(view: FormView): TemplateResult {
  const { words, state } = view;
  const { draft } = state;
  return html`<section class="card stack">
    <h2>${words.givesTitle}</h2>
    <div class="pair">${typeField(view)} ${amountFields(view)}</div>
    ${isShippingType(draft.type) ? null : scopeFields(view)}
  </section>`;
}

function typeField(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { draft, edited } = state;
  const isUsed = edited !== null && (edited.usesTotal > 0 || edited.holdsTotal > 0);
  return selectField({
    id: 'type',
    label: words.type,
    value: draft.type,
    fault: faultOf(view, 'type'),
    frozen: isUsed ? words.typeFrozen : undefined,
    options: types.map((value) => ({ value, label: words.types[value] })),
    change: (type) => change({ type }),
  });
}

function amountFields(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { draft } = state;
  const isPercent = isPercentType(draft.type);
  return html`${textField({
    ...bound(view, 'value'),
    label: isPercent ? words.percentValue : words.amountValue,
    unit: isPercent ? '%' : draft.currency,
    inputMode: 'decimal',
    required: true,
  })}
  ${
    isPercent
      ? textField({
          ...bound(view, 'maxDiscountAmount'),
          label: words.maxDiscountAmount,
          hint: words.maxDiscountAmountHint,
          unit: draft.currency,
          inputMode: 'decimal',
        })
      : null
  }
  ${textField({
    ...bound(view, 'minPurchaseAmount'),
    label: words.minPurchaseAmount,
    hint: words.minPurchaseAmountHint,
    unit: draft.currency,
    inputMode: 'decimal',
  })}
  ${
    isInMoney(draft)
      ? textField({
          ...bound(view, 'currency'),
          label: words.currency,
          hint: words.currencyHint,
          maxLength: 3,
          change: (value) => change({ currency: value.toUpperCase() }),
        })
      : null
  }`;
}

function scopeFields(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { scope } = state.draft;
  return html`${selectField({
    id: 'scope',
    label: words.scope,
    value: scope,
    fault: faultOf(view, 'scope'),
    options: scopes.map((value) => ({ value, label: words.scopes[value] })),
    change: (value) => change({ scope: value }),
  })}
  ${
    scope === 'products'
      ? areaField({ ...bound(view, 'productIds'), label: words.productIds, hint: words.productIdsHint })
      : null
  }
  ${
    scope === 'tags'
      ? areaField({ ...bound(view, 'tagFilter'), label: words.tagFilter, hint: words.tagFilterHint })
      : null
  }`;
}
