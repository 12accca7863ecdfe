import type { WebhookEndpoint } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import { formatMoment } from '../../parts/format.js';
import { pill } from '../../parts/status-pill.js';
import { eventTypeText } from '../../texts/webhook-events.js';
import type { WebhooksView } from './webhooks-view.js';

/** The endpoints, each with its state and what can be done. */
export function endpointList(view: WebhooksView, endpoints: readonly WebhookEndpoint[]): TemplateResult {
  return html`<ul class="endpoints" aria-label=${view.words.endpointsTitle}>
    ${endpoints.map((endpoint) => html`<li class="card">${endpointTemplate(view, endpoint)}</li>`)}
  </ul>`;
}

function endpointTemplate(view: WebhooksView, endpoint: WebhookEndpoint): TemplateResult {
  const { app, words } = view;
  const moment = (instant: string) => formatMoment(instant, app.language, app.workspace.timeZone);
  const { disabledReason, failingSince, previousSecretUntil, eventTypes } = endpoint;
  return html`<div class="row spread">
      <h3 class="url">${endpoint.url}</h3>
      ${
        disabledReason === null
          ? failingSince === null
            ? pill(words.active, 'good')
            : pill(words.failing(moment(failingSince)), 'waiting')
          : pill(words.paused[disabledReason], disabledReason === 'paused' ? 'quiet' : 'bad')
      }
    </div>
    ${endpoint.description === null ? null : html`<p>${endpoint.description}</p>`}
    <p class="small quiet">
      ${
        eventTypes === null
          ? words.everyEvent
          : eventTypes.map((type) => eventTypeText(type, app.language)).join(' · ')
      }
    </p>
    ${
      previousSecretUntil === null
        ? null
        : html`<p class="small">${words.overlap(moment(previousSecretUntil))}</p>`
    }
    ${buttons(view, endpoint)}`;
}

function buttons({ store, words }: WebhooksView, endpoint: WebhookEndpoint): TemplateResult {
  const named = (text: string) => html`${text}<span class="unseen"> ${endpoint.url}</span>`;
  const ask = (asks: 'rotate' | 'delete') =>
    store.send({ type: 'opened', dialog: { asks, endpoint, failure: null } });
  const button = (text: string, act: () => void, isDisabled = false) =>
    html`<wa-button size="s" appearance="outlined" ?disabled=${isDisabled} @click=${act}
      >${named(text)}</wa-button
    >`;
  return html`<div class="row">
    ${button(words.test, () => void store.test(endpoint, words.tested), !endpoint.active)}
    ${button(
      endpoint.active ? words.pause : words.resume,
      () => void store.setActive(endpoint, !endpoint.active),
    )}
    ${button(words.rotate, () => ask('rotate'))} ${button(words.remove, () => ask('delete'))}
  </div>`;
}

/** The looks of endpoints. */
export const endpointStyles = css`
  .endpoints {
    list-style: none;
    padding: 0;
    display: grid;
    gap: 1rem;
  }
  .endpoints > li {
    display: grid;
    gap: 0.625rem;
  }
  .url {
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
  }
`;
