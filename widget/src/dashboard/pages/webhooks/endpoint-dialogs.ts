import { html, type TemplateResult } from 'lit';
import { dialog } from '../../parts/dialog.js';
import { failureNote } from '../../parts/failure-note.js';
import { checkBox, radioGroup } from '../../parts/form/choice.js';
import { textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { secretDialog } from '../../parts/secret-dialog.js';
import { shellTexts } from '../../texts/shell.js';
import { eventTypeText } from '../../texts/webhook-events.js';
import { eventDialog } from './event-dialog.js';
import { eventTypes, type EndpointDraft, type WebhooksDialog } from './webhooks-state.js';
import type { WebhooksView } from './webhooks-view.js';

/** The question, the secret or the event above the lists, if any. */
export function webhooksDialog(view: WebhooksView): TemplateResult | null {
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
    case 'rotate':
      return rotateDialog(view, dialog);
    case 'delete':
      return deleteDialog(view, dialog);
    case 'event':
      return eventDialog(view, dialog);
  }
}

function draftDialog(
  view: WebhooksView,
  { draft, failure }: WebhooksDialog & { asks: 'draft' },
): TemplateResult {
  const { app, store, words } = view;
  const add = () => void store.add(draft);
  const submit = (event: Event) => {
    event.preventDefault();
    add();
  };
  const faults = failure?.fields ?? {};
  const isOfFields = 'url' in faults || 'eventTypes' in faults;
  const change = (change: Partial<EndpointDraft>) => store.send({ type: 'typed', change });
  return dialog({
    title: words.addTitle,
    close: store.dismiss,
    body: html`<form class="stack" novalidate @submit=${submit}>
      ${submitOnEnter}
      ${textField({
        id: 'url',
        label: words.url,
        hint: words.urlHint,
        type: 'url',
        fault: 'url' in faults ? words.urlFault : undefined,
        value: draft.url,
        required: true,
        change: (url) => change({ url }),
      })}
      ${textField({
        id: 'description',
        label: words.description,
        value: draft.description,
        maxLength: 200,
        change: (description) => change({ description }),
      })}
      ${eventFields(view, draft, 'eventTypes' in faults)}
      ${failure === null || isOfFields ? null : failureNote(failure, app.language)}
    </form>`,
    buttons: html`${cancelButton(view)}
      <wa-button variant="brand" ?loading=${store.state.isBusy} @click=${add}>${words.save}</wa-button>`,
  });
}

function eventFields(
  { app, store, words }: WebhooksView,
  draft: EndpointDraft,
  isRefused: boolean,
): TemplateResult {
  const change = (change: Partial<EndpointDraft>) => store.send({ type: 'typed', change });
  const chosen = draft.eventTypes;
  return html`${radioGroup({
    id: 'events',
    label: words.eventsTitle,
    value: chosen === null ? 'all' : 'chosen',
    options: [
      { value: 'all', label: words.all },
      { value: 'chosen', label: words.chosen },
    ],
    change: (value) => change({ eventTypes: value === 'all' ? null : [] }),
  })}
  ${isRefused ? html`<div class="fault">${words.eventsFault}</div>` : null}
  ${
    chosen === null
      ? null
      : html`<div>
          ${eventTypes.map((type) =>
            checkBox({
              id: `event-${type}`,
              label: eventTypeText(type, app.language),
              isChecked: chosen.includes(type),
              change: (isChecked) =>
                change({
                  eventTypes: eventTypes.filter((other) =>
                    other === type ? isChecked : chosen.includes(other),
                  ),
                }),
            }),
          )}
        </div>`
  }`;
}

function rotateDialog(
  view: WebhooksView,
  { endpoint, failure }: WebhooksDialog & { asks: 'rotate' },
): TemplateResult {
  const { app, store, words } = view;
  const button = (text: string, variant: string, overlapHours: number) =>
    html`<wa-button
      variant=${variant}
      ?loading=${store.state.isBusy}
      @click=${() => void store.rotate(endpoint, overlapHours)}
      >${text}</wa-button
    >`;
  return dialog({
    title: words.rotateTitle,
    close: store.dismiss,
    body: html`<p class="code">${endpoint.url}</p>
      <p>${words.rotateText}</p>
      ${failure === null ? null : failureNote(failure, app.language)}`,
    buttons: html`${cancelButton(view)} ${button(words.leaked, 'danger', 0)}
    ${button(words.rotateNow, 'brand', 24)}`,
  });
}

function deleteDialog(
  view: WebhooksView,
  { endpoint, failure }: WebhooksDialog & { asks: 'delete' },
): TemplateResult {
  const { app, store, words } = view;
  return dialog({
    title: words.removeTitle(endpoint.url),
    close: store.dismiss,
    body: html`<p>${words.removeText}</p>
      ${failure === null ? null : failureNote(failure, app.language)}`,
    buttons: html`${cancelButton(view)}
      <wa-button variant="danger" ?loading=${store.state.isBusy} @click=${() => void store.remove(endpoint)}
        >${words.remove}</wa-button
      >`,
  });
}

function cancelButton({ app, store }: WebhooksView): TemplateResult {
  return html`<wa-button appearance="plain" @click=${store.dismiss}
    >${shellTexts[app.language].cancel}</wa-button
  >`;
}
