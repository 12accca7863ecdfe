import type { Invitation, Member } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDay, formatMoment } from '../../parts/format.js';
import { roles } from './members-state.js';
import type { MembersView } from './members-view.js';

/** Who belongs here, each with a role that can be changed. */
export function memberTable(view: MembersView, members: readonly Member[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.person}</th>
          <th scope="col">${words.role}</th>
          <th scope="col" class="number">${words.since}</th>
          <th scope="col"><span class="unseen">${words.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${members.map((member) => memberRow(view, member))}
      </tbody>
    </table>
  </div>`;
}

function memberRow({ app, store, words }: MembersView, member: Member): TemplateResult {
  const name = member.name || member.email;
  const change = (event: Event) => {
    // The listener hangs on the select alone.
    const { value } = event.currentTarget as HTMLSelectElement;
    const role = roles.find((known) => known === value);
    if (role !== undefined) void store.changeRole(member, role);
  };
  return html`<tr>
    <th scope="row">
      ${name}
      <div class="small quiet">${member.email}</div>
    </th>
    <td data-label=${words.role}>
      <select class="role" aria-label=${words.roleOf(name)} .value=${live(member.role)} @change=${change}>
        ${roles.map(
          (role) =>
            html`<option value=${role} ?selected=${role === member.role}>${words.roles[role]}</option>`,
        )}
      </select>
    </td>
    <td class="number" data-label=${words.since}>
      ${formatDay(member.createdAt, app.language, app.workspace.timeZone)}
    </td>
    <td class="number">
      <wa-button
        size="s"
        appearance="outlined"
        @click=${() => store.send({ type: 'opened', dialog: { asks: 'remove', member, failure: null } })}
        >${words.remove}<span class="unseen"> ${name}</span></wa-button
      >
    </td>
  </tr>`;
}

/** Links that nobody has used yet. */
export function invitationTable(view: MembersView, invitations: readonly Invitation[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.invitationsCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.email}</th>
          <th scope="col">${words.role}</th>
          <th scope="col" class="number">${words.until}</th>
          <th scope="col"><span class="unseen">${words.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${invitations.map((invitation) => invitationRow(view, invitation))}
      </tbody>
    </table>
  </div>`;
}

function invitationRow({ app, store, words }: MembersView, invitation: Invitation): TemplateResult {
  const who = invitation.email ?? words.anybody;
  return html`<tr>
    <th scope="row">${who}</th>
    <td data-label=${words.role}>${words.roles[invitation.role]}</td>
    <td class="number" data-label=${words.until}>
      ${formatMoment(invitation.expiresAt, app.language, app.workspace.timeZone)}
    </td>
    <td class="number">
      <wa-button size="s" appearance="outlined" @click=${() => void store.withdraw(invitation)}
        >${words.withdraw}<span class="unseen"> ${who}</span></wa-button
      >
    </td>
  </tr>`;
}
