import { html, type TemplateResult } from 'lit';
import { mayEdit } from '../../core/app.js';
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
import { deliveryTable } from './delivery-table.js';
import { webhooksDialog } from './endpoint-dialogs.js';
import { endpointList, endpointStyles } from './endpoint-list.js';
import { eventStyles } from './event-dialog.js';
import { texts } from './texts.js';
import type { WebhooksStore } from './webhooks-store.js';
import type { WebhooksView } from './webhooks-view.js';

/** The addresses that are told, and what became of each message. */
export class HematWebhooksPage extends PageElement<WebhooksStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    pillStyles,
    tableStyles,
    emptyStyles,
    dialogStyles,
    secretStyles,
    endpointStyles,
    eventStyles,
  ];

  protected override lists() {
    return [this.store.endpoints, this.store.events];
  }

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    if (!mayEdit(app))
      return html`${pageHead({ title: words.title, lead: words.lead })}
        <div class="card">${words.notAllowed}</div>`;
    const view = { app, store, words };
    const add = html`<wa-button variant="brand" @click=${store.ask}>${icon('plus')} ${words.add}</wa-button>`;
    return html`${pageHead({ title: words.title, lead: words.lead, actions: add })}
      <div class="stack">${this.#endpoints(view)} ${this.#deliveries(view)}</div>
      ${webhooksDialog(view)}`;
  }

  #endpoints(view: WebhooksView): TemplateResult {
    const { endpoints } = this.store;
    const { items, phase } = endpoints.state;
    const { words, app } = view;
    const acts = { more: () => void endpoints.more(), retry: () => void endpoints.retry() };
    return html`<h2 class="unseen">${words.endpointsTitle}</h2>
      ${
        items.length > 0
          ? endpointList(view, items)
          : phase === 'ready'
            ? html`<div class="card">
                ${emptyState({ sign: 'bell', title: words.emptyTitle, text: words.emptyText })}
              </div>`
            : null
      }
      ${pagedEnd(endpoints.state, app.language, acts)}`;
  }

  #deliveries(view: WebhooksView): TemplateResult | null {
    const { events } = this.store;
    const { items } = events.state;
    const { words, app } = view;
    if (items.length === 0) return null;
    const acts = { more: () => void events.more(), retry: () => void events.retry() };
    return html`<div class="row spread">
        <h2>${words.deliveriesTitle}</h2>
        <wa-button size="s" appearance="outlined" @click=${() => void events.load()}
          >${words.refresh}</wa-button
        >
      </div>
      ${deliveryTable(view, items)} ${pagedEnd(events.state, app.language, acts)}`;
  }
}
