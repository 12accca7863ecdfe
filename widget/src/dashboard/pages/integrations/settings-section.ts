import { html, type TemplateResult } from 'lit';
import { mayAdminister, type App } from '../../core/app.js';
import { failureNote } from '../../parts/failure-note.js';
import { radioGroup } from '../../parts/form/choice.js';
import { areaField, selectField, textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import type { SettingsDraft } from './integrations-state.js';
import type { IntegrationsStore } from './integrations-store.js';
import type { Texts } from './texts-en.js';

interface SettingsView {
  readonly app: App;
  readonly store: IntegrationsStore;
  readonly words: Texts;
}

/** The settings that codes and storefronts go by. */
export function settingsSection(view: SettingsView): TemplateResult {
  const { app, store, words } = view;
  const { isSaving, isTouched, failure, faults } = store.state;
  const isMine = mayAdminister(app);
  const submit = (event: Event) => {
    event.preventDefault();
    void store.save(words.saved);
  };
  return html`<form class="card stack" aria-labelledby="settings-title" novalidate @submit=${submit}>
    <h2 id="settings-title">${words.settingsTitle}</h2>
    ${isMine ? null : html`<p class="quiet">${words.onlyOwners}</p>`}
    <fieldset class="stack" ?disabled=${!isMine}>
      <legend class="unseen">${words.settingsTitle}</legend>
      ${shopFields(view)} ${ruleFields(view)}
    </fieldset>
    ${failure === null ? null : failureNote(failure, app.language)}
    ${
      Object.keys(faults).length === 0
        ? null
        : html`<wa-callout variant="danger" role="alert">${words.refused}</wa-callout>`
    }
    ${
      isMine
        ? html`<div>
            ${submitOnEnter}<wa-button
              variant="brand"
              type="submit"
              ?loading=${isSaving}
              ?disabled=${!isTouched}
              >${words.save}</wa-button
            >
          </div>`
        : null
    }
  </form>`;
}

function shopFields(view: SettingsView): TemplateResult {
  const { store, words } = view;
  const { reasons } = words;
  return html`${textField({ ...bound(view, 'name'), label: words.name, maxLength: 100 })}
  ${areaField({
    ...bound(view, 'allowedOrigins'),
    label: words.allowedOrigins,
    hint: words.allowedOriginsHint,
    isCode: true,
  })}
  ${textField({
    ...bound(view, 'orderUrlTemplate'),
    label: words.orderUrlTemplate,
    hint: words.orderUrlTemplateHint,
    type: 'url',
    maxLength: 500,
    isCode: true,
  })}
  ${radioGroup({
    id: 'publicReasons',
    label: words.publicReasons,
    value: store.state.draft.publicReasons,
    options: [
      { value: 'full', label: reasons.full, hint: reasons.fullHint },
      { value: 'generic', label: reasons.generic, hint: reasons.genericHint },
    ],
    change: (publicReasons) => store.change({ publicReasons }),
  })}`;
}

function ruleFields(view: SettingsView): TemplateResult {
  const { store, words } = view;
  const { draft } = store.state;
  const { policies } = words;
  const zones = [...new Set([draft.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return html`<div class="pair">
      ${textField({
        ...bound(view, 'defaultCurrency'),
        label: words.defaultCurrency,
        maxLength: 3,
        change: (value) => store.change({ defaultCurrency: value.toUpperCase() }),
      })}
      ${selectField({
        ...bound(view, 'timeZone'),
        label: words.timeZone,
        hint: words.timeZoneHint,
        options: zones.map((value) => ({ value, label: value })),
      })}
      ${textField({
        ...bound(view, 'roundingIncrement'),
        label: words.roundingIncrement,
        hint: words.roundingIncrementHint,
        unit: draft.defaultCurrency,
        inputMode: 'decimal',
      })}
    </div>
    ${radioGroup({
      id: 'defaultLimitPolicy',
      label: words.defaultLimitPolicy,
      value: draft.defaultLimitPolicy,
      options: [
        { value: 'honor', label: policies.honor, hint: policies.honorHint },
        { value: 'hold', label: policies.hold, hint: policies.holdHint },
        { value: 'strict', label: policies.strict, hint: policies.strictHint },
      ],
      change: (defaultLimitPolicy) => store.change({ defaultLimitPolicy }),
    })}
    ${
      draft.defaultLimitPolicy === 'hold'
        ? textField({
            ...bound(view, 'defaultHoldMinutes'),
            label: words.defaultHoldMinutes,
            inputMode: 'numeric',
          })
        : null
    }`;
}

type TextName = Exclude<keyof SettingsDraft, 'publicReasons' | 'defaultLimitPolicy'>;

function bound({ store, words }: SettingsView, id: TextName) {
  const { draft, faults } = store.state;
  const fault = faults[id];
  return {
    id,
    value: draft[id],
    fault: fault === undefined ? undefined : (words.faults[fault] ?? words.faults[id] ?? fault),
    change: (value: string) => store.change({ [id]: value }),
  };
}
