import { generateCode } from '@hemat/shared';
import { html, type TemplateResult } from 'lit';
import { radioGroup } from '../../parts/form/choice.js';
import { textField } from '../../parts/form/field.js';
import { bound, type FormView } from './form-view.js';

/** One code, or many one-time ones; an existing code keeps both its kind and its string. */
export function kindSection(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { draft, edited } = state;
  const { kind } = words;
  return html`<section class="card stack">
    ${
      edited === null
        ? radioGroup({
            id: 'kind',
            label: words.kindTitle,
            value: draft.kind,
            options: [
              { value: 'reusable', label: kind.reusable, hint: kind.reusableHint },
              { value: 'onetime', label: kind.onetime, hint: kind.onetimeHint },
            ],
            change: (value) => change({ kind: value }),
          })
        : null
    }
    ${draft.kind === 'reusable' ? codeField(view) : edited === null ? batchFields(view) : null}
  </section>`;
}

function codeField(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const suggest = () => {
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
    change({ code: generateCode(random).replaceAll(' ', '-') });
  };
  return html`${textField({
    ...bound(view, 'code'),
    label: words.code,
    hint: words.codeHint,
    frozen: state.edited === null ? undefined : words.codeFrozen,
    isCode: true,
    maxLength: 64,
    required: true,
  })}
  ${
    state.edited === null
      ? html`<wa-button class="start" size="s" appearance="outlined" @click=${suggest}
          >${words.suggest}</wa-button
        >`
      : null
  }`;
}

function batchFields(view: FormView): TemplateResult {
  const { words } = view;
  return html`<div class="pair">
    ${textField({
      ...bound(view, 'count'),
      label: words.count,
      hint: words.countHint,
      inputMode: 'numeric',
      required: true,
    })}
    ${textField({
      ...bound(view, 'prefix'),
      label: words.prefix,
      hint: words.prefixHint,
      isCode: true,
      maxLength: 20,
    })}
  </div>`;
}
