import { html, type TemplateResult } from 'lit';
import { mayAdminister } from '../../core/app.js';
import { PageElement } from '../../core/page-element.js';
import { dialogStyles } from '../../parts/dialog.js';
import { emptyState, emptyStyles } from '../../parts/empty-state.js';
import { icon } from '../../parts/icons.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { secretStyles } from '../../parts/secret-styles.js';
import { pillStyles } from '../../parts/status-pill.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { keyDialog } from './key-dialogs.js';
import { keyTable } from './key-table.js';
import type { KeysStore } from './keys-store.js';
import { texts } from './texts.js';

/** The keys of the workspace: made, listed, revoked. */
export class HematKeysPage extends PageElement<KeysStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    pillStyles,
    tableStyles,
    emptyStyles,
    dialogStyles,
    secretStyles,
  ];

  protected override lists() {
    return [this.store.list];
  }

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    const { list } = store;
    const { items, phase } = list.state;
    if (!mayAdminister(app))
      return html`${pageHead({ title: words.title, lead: words.lead })}
        <div class="card">${words.notAllowed}</div>`;
    const view = { app, store, words };
    const create = html`<wa-button variant="brand" @click=${store.ask}
      >${icon('plus')} ${words.create}</wa-button
    >`;
    return html`${pageHead({ title: words.title, lead: words.lead, actions: create })}
      <div class="stack">
        ${
          items.length > 0
            ? keyTable(view, items)
            : phase === 'ready'
              ? html`<div class="card">
                  ${emptyState({ sign: 'key', title: words.emptyTitle, text: words.emptyText })}
                </div>`
              : null
        }
        ${pagedEnd(list.state, app.language, {
          more: () => void list.more(),
          retry: () => void list.retry(),
        })}
      </div>
      ${keyDialog(view)}`;
  }
}
