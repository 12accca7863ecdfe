import type { ApiKey } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { dialog } from '../../parts/dialog.js';
import { failureNote } from '../../parts/failure-note.js';
import { checkBox, radioGroup } from '../../parts/form/choice.js';
import { textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { secretDialog } from '../../parts/secret-dialog.js';
import { shellTexts } from '../../texts/shell.js';
import { grantable, type KeyDraft, type KeysDialog } from './keys-state.js';
import type { KeysView } from './keys-view.js';

/** The question or the secret above the list, if any. */
export function keyDialog(view: KeysView): TemplateResult | null {
  const { dialog } = view.store.state;
  switch (dialog.asks) {
    case 'nothing':
      return null;
    case 'draft':
      return draftDialog(view, dialog);
    case 'keep':
      return secretDialog(view.app, {
        secret: dialog.secret,
        words: view.words,
        dismiss: view.store.dismiss,
      });
    case 'revoke':
      return revokeDialog(view, dialog.apiKey, dialog);
  }
}

function draftDialog(view: KeysView, { draft, failure }: KeysDialog & { asks: 'draft' }): TemplateResult {
  const { app, store, words } = view;
  const submit = (event: Event) => {
    event.preventDefault();
    void store.make(draft);
  };
  return dialog({
    title: words.create,
    close: store.dismiss,
    body: html`<form id="draft" class="stack" novalidate @submit=${submit}>
      ${submitOnEnter} ${draftFields(view, draft, failure?.fields ?? {})}
      ${
        failure !== null && Object.keys(failure.fields).length === 0
          ? failureNote(failure, app.language)
          : null
      }
    </form>`,
    buttons: html`<wa-button appearance="plain" @click=${store.dismiss}
        >${shellTexts[app.language].cancel}</wa-button
      >
      <wa-button variant="brand" ?loading=${store.state.isBusy} @click=${() => void store.make(draft)}
        >${words.make}</wa-button
      >`,
  });
}

function draftFields(
  view: KeysView,
  draft: KeyDraft,
  faults: Readonly<Record<string, string>>,
): TemplateResult {
  const { store, words } = view;
  const { kinds } = words;
  const change = (change: Partial<KeyDraft>) => store.send({ type: 'typed', change });
  return html`${textField({
    id: 'name',
    label: words.name,
    hint: words.nameHint,
    value: draft.name,
    fault: 'name' in faults ? words.nameFault : undefined,
    maxLength: 100,
    required: true,
    change: (name) => change({ name }),
  })}
  ${radioGroup({
    id: 'kind',
    label: words.kind,
    value: draft.kind,
    options: [
      { value: 'bearer', label: kinds.bearer, hint: kinds.bearerHint },
      { value: 'publishable', label: kinds.publishable, hint: kinds.publishableHint },
      { value: 'signed', label: kinds.signed, hint: kinds.signedHint },
    ],
    change: (kind) => change({ kind }),
  })}
  ${draft.kind === 'publishable' ? null : scopeFields(view, draft, 'scopes' in faults)}
  ${checkBox({
    id: 'test',
    label: words.test,
    hint: words.testHint,
    isChecked: draft.test,
    change: (test) => change({ test }),
  })}`;
}

function scopeFields({ store, words }: KeysView, draft: KeyDraft, isRefused: boolean): TemplateResult {
  const change = (change: Partial<KeyDraft>) => store.send({ type: 'typed', change });
  return html`<fieldset>
    <legend>${words.scopesTitle}</legend>
    ${isRefused ? html`<div class="fault">${words.scopesFault}</div>` : null}
    ${grantable.map((scope) =>
      checkBox({
        id: `scope-${scope}`,
        label: words.scopes[scope],
        isChecked: draft.scopes.includes(scope),
        change: (isChecked) =>
          change({
            scopes: grantable.filter((other) => (other === scope ? isChecked : draft.scopes.includes(other))),
          }),
      }),
    )}
  </fieldset>`;
}

function revokeDialog(
  { app, store, words }: KeysView,
  apiKey: ApiKey,
  { failure }: KeysDialog & { asks: 'revoke' },
): TemplateResult {
  return dialog({
    title: words.revokeTitle(apiKey.name),
    close: store.dismiss,
    body: html`<p>${words.revokeText}</p>
      ${failure === null ? null : failureNote(failure, app.language)}`,
    buttons: html`<wa-button appearance="plain" @click=${store.dismiss}
        >${shellTexts[app.language].cancel}</wa-button
      >
      <wa-button variant="danger" ?loading=${store.state.isBusy} @click=${() => void store.revoke(apiKey)}
        >${words.revokeNow}</wa-button
      >`,
  });
}
