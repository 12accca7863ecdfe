import { css, html, type TemplateResult } from 'lit';
import { mayAdminister } from '../../core/app.js';
import { PageElement } from '../../core/page-element.js';
import { dialogStyles } from '../../parts/dialog.js';
import { emptyState, emptyStyles } from '../../parts/empty-state.js';
import { icon } from '../../parts/icons.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { secretStyles } from '../../parts/secret-styles.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { memberDialog } from './member-dialogs.js';
import { invitationTable, memberTable } from './member-tables.js';
import type { MembersStore } from './members-store.js';
import type { MembersView } from './members-view.js';
import { texts } from './texts.js';

/** Who belongs to the workspace, with what role, and who is invited. */
export class HematMembersPage extends PageElement<MembersStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    tableStyles,
    emptyStyles,
    dialogStyles,
    secretStyles,
    css`
      select.role {
        inline-size: auto;
      }
    `,
  ];

  protected override lists() {
    return [this.store.members, this.store.invitations];
  }

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    if (!mayAdminister(app))
      return html`${pageHead({ title: words.title, lead: words.lead })}
        <div class="card">${words.notAllowed}</div>`;
    const view = { app, store, words };
    return html`${pageHead({ title: words.title, lead: words.lead, actions: this.#inviteButton(words.invite) })}
      <div class="stack">${this.#members(view)} ${this.#invitations(view)}</div>
      ${memberDialog(view)}`;
  }

  #inviteButton(text: string): TemplateResult {
    const invite = () =>
      this.store.send({
        type: 'opened',
        dialog: { asks: 'invite', email: '', role: 'viewer', failure: null },
      });
    return html`<wa-button variant="brand" @click=${invite}>${icon('plus')} ${text}</wa-button>`;
  }

  #members(view: MembersView): TemplateResult {
    const { members } = this.store;
    const { items, phase } = members.state;
    const { words, app } = view;
    const acts = { more: () => void members.more(), retry: () => void members.retry() };
    return html`${
      items.length > 0
        ? memberTable(view, items)
        : phase === 'ready'
          ? html`<div class="card">
              ${emptyState({ sign: 'people', title: words.emptyTitle, text: words.emptyText })}
            </div>`
          : null
    }
    ${pagedEnd(members.state, app.language, acts)}`;
  }

  #invitations(view: MembersView): TemplateResult | null {
    const { invitations } = this.store;
    const { items } = invitations.state;
    const acts = { more: () => void invitations.more(), retry: () => void invitations.retry() };
    return items.length === 0
      ? null
      : html`<h2>${view.words.invitationsTitle}</h2>
          ${invitationTable(view, items)} ${pagedEnd(invitations.state, view.app.language, acts)}`;
  }
}
