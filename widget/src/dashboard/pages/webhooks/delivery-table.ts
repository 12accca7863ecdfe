import type { WebhookEvent } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { deliveryPill } from '../../parts/delivery-pill.js';
import { formatMoment } from '../../parts/format.js';
import { eventTypeText } from '../../texts/webhook-events.js';
import type { WebhooksView } from './webhooks-view.js';

/** Events, and what became of each at every endpoint. */
export function deliveryTable(view: WebhooksView, events: readonly WebhookEvent[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.deliveriesCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.event}</th>
          <th scope="col">${words.state}</th>
          <th scope="col" class="number">${words.when}</th>
          <th scope="col"><span class="unseen">${words.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${events.map((event) => row(view, event))}
      </tbody>
    </table>
  </div>`;
}

function row({ app, store, words }: WebhooksView, event: WebhookEvent): TemplateResult {
  return html`<tr>
    <th scope="row">
      ${eventTypeText(event.type, app.language)}
      <div class="small quiet"><code>${event.id}</code></div>
    </th>
    <td data-label=${words.state}>
      <span
        >${
          event.deliveries.length === 0
            ? html`<span class="small quiet">${words.nobody}</span>`
            : event.deliveries.map((delivery) => deliveryPill(delivery, app.language))
        }</span
      >
    </td>
    <td class="number" data-label=${words.when}>
      ${formatMoment(event.createdAt, app.language, app.workspace.timeZone)}
    </td>
    <td class="number">
      <wa-button size="s" appearance="outlined" @click=${() => void store.look(event.id)}
        >${words.details}<span class="unseen"> ${event.id}</span></wa-button
      >
    </td>
  </tr>`;
}
