import { html, type TemplateResult } from 'lit';
import { checkBox } from '../../parts/form/choice.js';
import { areaField, textField } from '../../parts/form/field.js';
import { bound, type FormView } from './form-view.js';

/** Whether it works, who sees it, and what is written about it. */
export function shownSection(view: FormView): TemplateResult {
  const { words, state, change } = view;
  const { draft } = state;
  return html`<section class="card stack">
    <h2>${words.moreTitle}</h2>
    <div>
      ${checkBox({
        id: 'active',
        label: words.active,
        hint: words.activeHint,
        isChecked: draft.active,
        change: (active) => change({ active }),
      })}
      ${
        draft.kind === 'reusable'
          ? checkBox({
              id: 'public',
              label: words.public,
              hint: words.publicHint,
              isChecked: draft.public,
              change: (isChecked) => change({ public: isChecked }),
            })
          : null
      }
    </div>
    ${draft.public ? textField({ ...bound(view, 'title'), label: words.title, maxLength: 120 }) : null}
    ${textField({ ...bound(view, 'name'), label: words.name, hint: words.nameHint, maxLength: 100 })}
    ${areaField({ ...bound(view, 'description'), label: words.description, maxLength: 500 })}
  </section>`;
}
