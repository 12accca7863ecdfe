import type { Member } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { dialog } from '../../parts/dialog.js';
import { failureNote } from '../../parts/failure-note.js';
import { radioGroup } from '../../parts/form/choice.js';
import { textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { icon } from '../../parts/icons.js';
import { shellTexts } from '../../texts/shell.js';
import type { MembersDialog } from './members-state.js';
import type { MembersView } from './members-view.js';

/** The question or the link above the lists, if any. */
export function memberDialog(view: MembersView): TemplateResult | null {
  const { dialog } = view.store.state;
  switch (dialog.asks) {
    case 'nothing':
      return null;
    case 'invite':
      return inviteDialog(view, dialog);
    case 'link':
      return linkDialog(view, dialog);
    case 'remove':
      return removeDialog(view, dialog.member, dialog);
  }
}

function inviteDialog(view: MembersView, asked: MembersDialog & { asks: 'invite' }): TemplateResult {
  const { app, store, words } = view;
  const { email, role, failure } = asked;
  const invite = () => void store.invite(email.trim(), role);
  const submit = (event: Event) => {
    event.preventDefault();
    invite();
  };
  const isEmailWrong = failure !== null && 'email' in failure.fields;
  return dialog({
    title: words.inviteTitle,
    close: store.dismiss,
    body: html`<form class="stack" novalidate @submit=${submit}>
      ${submitOnEnter}
      ${textField({
        id: 'email',
        label: words.email,
        hint: words.emailHint,
        type: 'email',
        fault: isEmailWrong ? words.emailFault : undefined,
        value: email,
        required: true,
        change: (typed) => store.send({ type: 'opened', dialog: { ...asked, email: typed } }),
      })}
      ${roleChoice(view, asked)}
      ${failure === null || isEmailWrong ? null : failureNote(failure, app.language)}
    </form>`,
    buttons: html`<wa-button appearance="plain" @click=${store.dismiss}
        >${shellTexts[app.language].cancel}</wa-button
      >
      <wa-button variant="brand" ?loading=${store.state.isBusy} @click=${invite}
        >${words.makeLink}</wa-button
      >`,
  });
}

function roleChoice(
  { store, words }: MembersView,
  asked: MembersDialog & { asks: 'invite' },
): TemplateResult {
  const { roles } = words;
  return radioGroup({
    id: 'role',
    label: words.role,
    value: asked.role,
    options: [
      { value: 'viewer', label: roles.viewer, hint: roles.viewerHint },
      { value: 'manager', label: roles.manager, hint: roles.managerHint },
      { value: 'owner', label: roles.owner, hint: roles.ownerHint },
    ],
    change: (role) => store.send({ type: 'opened', dialog: { ...asked, role } }),
  });
}

function linkDialog(
  { app, store, words }: MembersView,
  { invitation, link }: MembersDialog & { asks: 'link' },
): TemplateResult {
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    app.notify({ text: words.copied });
  };
  return dialog({
    title: words.linkTitle,
    close: store.dismiss,
    body: html`<p>${words.linkText(invitation.email ?? words.anybody)}</p>
      <output class="secret code">${link}</output>`,
    buttons: html`<wa-button appearance="outlined" @click=${copy}>${icon('copy')} ${words.copy}</wa-button>
      <wa-button variant="brand" @click=${store.dismiss}>${words.done}</wa-button>`,
  });
}

function removeDialog(
  { app, store, words }: MembersView,
  member: Member,
  { failure }: MembersDialog & { asks: 'remove' },
): TemplateResult {
  return dialog({
    title: words.removeTitle(member.name || member.email),
    close: store.dismiss,
    body: html`<p>${words.removeText}</p>
      ${failure === null ? null : failureNote(failure, app.language)}`,
    buttons: html`<wa-button appearance="plain" @click=${store.dismiss}
        >${shellTexts[app.language].cancel}</wa-button
      >
      <wa-button variant="danger" ?loading=${store.state.isBusy} @click=${() => void store.remove(member)}
        >${words.removeNow}</wa-button
      >`,
  });
}
