import type { WebhookEventDetail } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import { deliveryPill } from '../../parts/delivery-pill.js';
import { dialog } from '../../parts/dialog.js';
import { formatMoment, formatNumber } from '../../parts/format.js';
import { shellTexts } from '../../texts/shell.js';
import { eventTypeText } from '../../texts/webhook-events.js';
import type { WebhooksDialog } from './webhooks-state.js';
import type { WebhooksView } from './webhooks-view.js';

type Delivery = WebhookEventDetail['deliveries'][number];
type Attempt = Delivery['attempts'][number];

/** One event with every request that was made for it and every answer that came. */
export function eventDialog(
  view: WebhooksView,
  { event, id }: WebhooksDialog & { asks: 'event' },
): TemplateResult {
  const { app, store, words } = view;
  const { close, loading } = shellTexts[app.language];
  const canResend = event?.deliveries.some(({ status }) => status !== 'pending') ?? false;
  return dialog({
    title: event === null ? id : eventTypeText(event.type, app.language),
    close: store.dismiss,
    body:
      event === null
        ? html`<p class="quiet" role="status">${loading}</p>`
        : html`${event.deliveries.map((delivery) => deliveryTemplate(view, delivery))}
            <details>
              <summary>${words.body}</summary>
              <pre tabindex="0" role="region" aria-label=${words.body}>
${JSON.stringify(event.data, null, 2)}</pre>
            </details>`,
    buttons: html`<wa-button appearance="plain" @click=${store.dismiss}>${close}</wa-button> ${
        canResend
          ? html`<wa-button
              variant="brand"
              ?loading=${store.state.isBusy}
              @click=${() => void store.resend(id, words.resent)}
              >${words.resend}</wa-button
            >`
          : null
      }`,
  });
}

function deliveryTemplate(view: WebhooksView, delivery: Delivery): TemplateResult {
  const { app, store, words } = view;
  const endpoint = store.endpoints.state.items.find(({ id }) => id === delivery.endpointId);
  const { nextAttemptAt, status, attempts } = delivery;
  return html`<section class="delivery">
    <div class="row spread">
      <code>${endpoint?.url ?? delivery.endpointId}</code>
      ${deliveryPill(delivery, app.language)}
    </div>
    ${
      nextAttemptAt === null || status !== 'pending'
        ? null
        : html`<p class="small">
            ${words.next(formatMoment(nextAttemptAt, app.language, app.workspace.timeZone))}
          </p>`
    }
    ${attempts.length === 0 ? html`<p class="small quiet">${words.noAttempt}</p>` : null}
    ${[...attempts].reverse().map((attempt) => attemptTemplate(view, attempt))}
  </section>`;
}

function attemptTemplate({ app, words }: WebhooksView, attempt: Attempt): TemplateResult {
  const { language, workspace } = app;
  const { response, failure, request, durationMs, requestedAt } = attempt;
  const outcome =
    response === null ? (failure === null ? '–' : words.failures[failure]) : String(response.status);
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return html`<details>
    <summary>
      ${formatMoment(requestedAt, language, workspace.timeZone)} ·
      ${words.attempt(outcome, formatNumber(durationMs, language))}
    </summary>
    <h3>${words.request}</h3>
    <pre tabindex="0" role="region" aria-label="${words.request} ${attempt.id}">
${`POST ${request.url}\n${headers.join('\n')}`}</pre>
    ${
      response === null || response.body === ''
        ? null
        : html`<h3>${words.answer}</h3>
            <pre tabindex="0" role="region" aria-label="${words.answer} ${attempt.id}">${response.body}</pre>`
    }
  </details>`;
}

/** The looks of an event's attempts. */
export const eventStyles = css`
  .delivery {
    display: grid;
    gap: 0.5rem;
    overflow-wrap: anywhere;
  }
  summary {
    padding-block: 0.375rem;
    font-size: 0.9375rem;
    cursor: pointer;
  }
  pre {
    max-block-size: 16rem;
    margin: 0.375rem 0 0.75rem;
    padding: 0.75rem;
    overflow: auto;
    border-radius: 0.5rem;
    background: var(--dash-sunken);
    font-size: 0.8125rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
