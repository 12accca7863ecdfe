import type { WebhookEvent } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { hrefOf } from '../../core/place.js';
import { deliveryPill } from '../../parts/delivery-pill.js';
import { formatMoment } from '../../parts/format.js';
import { pagedEnd } from '../../parts/paged-end.js';
import { eventTypeText } from '../../texts/webhook-events.js';
import type { DetailView } from './detail-view.js';

/** What webhook endpoints were told of the code and of its orders; nothing for members who may not read it. */
export function eventsTemplate(view: DetailView): TemplateResult | null {
  const { app, store, words } = view;
  const { events } = store;
  if (events === null) return null;
  const { items, phase } = events.state;
  const acts = { more: () => void events.more(), retry: () => void events.retry() };
  return html`<section class="stack" aria-labelledby="events-title">
    <h2 id="events-title">${words.eventsTitle}</h2>
    ${
      items.length > 0
        ? table(view, items)
        : phase === 'ready'
          ? html`<p class="quiet">
              ${words.eventsEmpty} <a href=${hrefOf('/webhooks')}>${words.toWebhooks}</a>
            </p>`
          : null
    }
    ${pagedEnd(events.state, app.language, acts)}
  </section>`;
}

function table(view: DetailView, events: readonly WebhookEvent[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.eventsCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.event}</th>
          <th scope="col">${words.state}</th>
          <th scope="col" class="number">${words.when}</th>
        </tr>
      </thead>
      <tbody>
        ${events.map((event) => row(view, event))}
      </tbody>
    </table>
  </div>`;
}

/** The event leads to every attempt to deliver it. */
function row({ app: { language, workspace }, words }: DetailView, event: WebhookEvent): TemplateResult {
  return html`<tr>
    <th scope="row">
      <a href=${hrefOf(`/webhooks?event=${event.id}`)}>${eventTypeText(event.type, language)}</a>
      ${orderOf(event)}
    </th>
    <td data-label=${words.state}>
      <span>${event.deliveries.map((delivery) => deliveryPill(delivery, language))}</span>
    </td>
    <td class="number" data-label=${words.when}>
      ${formatMoment(event.createdAt, language, workspace.timeZone)}
    </td>
  </tr>`;
}

/** Which order it tells of, if one. */
function orderOf({ data }: WebhookEvent): TemplateResult | null {
  // The data of an event's type (webhookEventData).
  const { redemption } = data as { readonly redemption?: { readonly orderId: string } };
  return redemption === undefined
    ? null
    : html`<div class="small quiet"><code>${redemption.orderId}</code></div>`;
}
