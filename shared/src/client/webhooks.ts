import type { CreateWebhookEndpointInput } from '../schemas/create-webhook-endpoint.js';
import type { ListWebhookEventsQuery } from '../schemas/list-webhook-events.js';
import type { WebhookEventTypeList } from '../schemas/list-webhook-event-types.js';
import type { PageOnWire } from '../schemas/page.js';
import type { PatchWebhookEndpointInput } from '../schemas/patch-webhook-endpoint.js';
import type { RetryWebhookEventInput } from '../schemas/retry-webhook-event.js';
import type { RotateWebhookSecretInput } from '../schemas/rotate-webhook-secret.js';
import type { WebhookEndpoint, WebhookEndpointSecret } from '../schemas/webhook-endpoint.js';
import type { WebhookEventDetail } from '../schemas/webhook-event-detail.js';
import type { WebhookEvent } from '../schemas/webhook-event.js';
import type { CallOptions, PostOptions } from './call-options.js';
import type { PageQuery } from './list-all.js';
import type { Transport } from './transport.js';

/** Which events. */
export interface WebhookEventQuery extends PageQuery {
  readonly type?: string;
  readonly status?: NonNullable<ListWebhookEventsQuery['status']>;
  readonly endpointId?: string;
  /** Of the code and of its uses. */
  readonly discountCodeId?: string;
}

/** Where the workspace tells of its events, and what became of each. Every call throws HematError. */
export interface WebhookCalls {
  /** One page, newest first; never with a secret. */
  listEndpoints(query?: PageQuery, options?: CallOptions): Promise<PageOnWire<WebhookEndpoint>>;
  /** The secret is in this answer and nowhere else. `ENDPOINT_LIMIT_REACHED` where there are too many. */
  createEndpoint(input: CreateWebhookEndpointInput, options?: PostOptions): Promise<WebhookEndpointSecret>;
  updateEndpoint(
    id: string,
    change: PatchWebhookEndpointInput,
    options?: CallOptions,
  ): Promise<WebhookEndpoint>;
  deleteEndpoint(id: string, options?: CallOptions): Promise<WebhookEndpoint>;
  /** The new secret is in this answer; the old one signs as well for `overlapHours`. */
  rotateSecret(
    id: string,
    input?: RotateWebhookSecretInput,
    options?: PostOptions,
  ): Promise<WebhookEndpointSecret>;
  /** Queues a `webhook.test` event. `ENDPOINT_DISABLED` while it is paused. */
  testEndpoint(id: string, options?: PostOptions): Promise<WebhookEvent>;
  /** One page, newest first, each event with the last attempt at each endpoint. */
  listEvents(query?: WebhookEventQuery, options?: CallOptions): Promise<PageOnWire<WebhookEvent>>;
  /** With every attempt. */
  getEvent(id: string, options?: CallOptions): Promise<WebhookEventDetail>;
  /** Queues it once more. `DELIVERY_PENDING` while it is still being tried. */
  retryEvent(id: string, input?: RetryWebhookEventInput, options?: PostOptions): Promise<WebhookEvent>;
  listEventTypes(options?: CallOptions): Promise<WebhookEventTypeList>;
}

/** The calls on `/v1/webhooks`. */
export function createWebhookCalls(transport: Transport): WebhookCalls {
  const endpoint = (id: string) => `webhooks/endpoints/${encodeURIComponent(id)}`;
  const event = (id: string) => `webhooks/events/${encodeURIComponent(id)}`;
  return {
    listEndpoints: (query = {}, options) => transport.get('webhooks/endpoints', { ...query }, options),
    createEndpoint: (input, options) => transport.post('webhooks/endpoints', input, options),
    updateEndpoint: (id, change, options) => transport.patch(endpoint(id), change, options),
    deleteEndpoint: (id, options) => transport.delete(endpoint(id), options),
    rotateSecret: (id, input = {}, options) =>
      transport.post(`${endpoint(id)}/rotate-secret`, input, options),
    testEndpoint: (id, options) => transport.post(`${endpoint(id)}/test`, {}, options),
    listEvents: (query = {}, options) => transport.get('webhooks/events', { ...query }, options),
    getEvent: (id, options) => transport.get(event(id), {}, options),
    retryEvent: (id, input = {}, options) => transport.post(`${event(id)}/retry`, input, options),
    listEventTypes: (options) => transport.get('webhooks/event-types', {}, options),
  };
}
