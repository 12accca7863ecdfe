import {
  webhookDeliveryStatus,
  webhookEventType,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookEvent,
} from '@hemat/shared/schemas';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv, CallContext } from '../../http/call.js';
import { perform } from '../../http/perform.js';
import type { CallDeps } from '../../services/deps.js';
import { done } from '../../services/outcome.js';
import { createWebhookEndpoint } from '../../services/webhooks/create-webhook-endpoint.js';
import { deleteWebhookEndpoint } from '../../services/webhooks/delete-webhook-endpoint.js';
import { listWebhookEndpoints } from '../../services/webhooks/list-webhook-endpoints.js';
import { listWebhookEventTypes } from '../../services/webhooks/list-webhook-event-types.js';
import { listWebhookEvents } from '../../services/webhooks/list-webhook-events.js';
import { loadWebhookEvent } from '../../services/webhooks/load-webhook-event.js';
import { patchWebhookEndpoint } from '../../services/webhooks/patch-webhook-endpoint.js';
import { retryWebhookEvent } from '../../services/webhooks/retry-webhook-event.js';
import { fromRiplloType, toRiplloType } from '../../services/webhooks/signatures/ripllo-event-types.js';
import type { ForjioDoor } from '../forjio/code-calls.js';
import { Listed } from '../forjio/forjio-dialect.js';
import { listQuery } from '../forjio/list-query.js';
import { pathPart, serve } from '../serve.js';
import { withBody, withQuery } from '../with-body.js';

/** What an endpoint is told of that names no events: everything but `applied`, which Ripllo never sent. */
const defaultTypes = webhookEventType.options.filter((type) => type !== 'discount_code.applied');

const eventTypes = z
  .array(z.string().max(100))
  .max(40)
  // Types that Hemat does not have are asked for by clients that know all of Ripllo, and never happen here.
  .transform((names) => names.flatMap((name) => fromRiplloType(name)))
  .transform((types) => (types.length === 0 ? defaultTypes : types));

const fields = {
  url: z.string().min(1).max(2_000),
  events: eventTypes.nullish(),
  description: z.string().max(200).nullish(),
};
const createBody = z.object(fields);
const patchBody = z.object({ ...fields, url: fields.url.optional(), active: z.boolean().optional() });
const eventsQuery = listQuery.omit({ active: true }).extend({
  type: z.string().max(100).optional(),
  status: webhookDeliveryStatus.optional(),
  endpointId: z.string().max(100).optional(),
});

/** Endpoints that are told of events Ripllo's way, and the log of what they were told. */
export function webhookCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  endpointCalls(app, door);
  eventCalls(app, door);
}

function endpointCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  const admit = door.admit(['manage'], false);
  serve(app, 'GET /webhooks/endpoints', admit, (c) =>
    perform(c, (deps) => listWebhookEndpoints(deps, { limit: 100 }), {
      present: ({ items }) => ({ endpoints: items.map(presentEndpoint) }),
    }),
  );
  serve(
    app,
    'POST /webhooks/endpoints',
    admit,
    withBody(createBody, (c, { events, ...body }) => {
      const input = { ...body, eventTypes: events ?? defaultTypes, targets: targetsOf(c) };
      return perform(c, (deps) => createWebhookEndpoint(deps, { ...input, signature: 'ripllo' }), {
        status: () => door.createdStatus,
        isSecret: true,
        present: ({ endpoint, secret }) => ({ endpoint: presentEndpoint(endpoint), secret }),
      });
    }),
  );
  serve(
    app,
    'PATCH /webhooks/endpoints/:id',
    admit,
    withBody(patchBody, (c, { events, ...body }) => {
      const input = { ...body, ...(events != null && { eventTypes: events }), targets: targetsOf(c) };
      return perform(c, (deps) => patchWebhookEndpoint(deps, { ...input, id: pathPart(c, 'id') }), {
        present: (endpoint) => ({ endpoint: presentEndpoint(endpoint) }),
      });
    }),
  );
  serve(app, 'DELETE /webhooks/endpoints/:id', admit, (c) =>
    perform(c, (deps) => deleteWebhookEndpoint(deps, pathPart(c, 'id')), {
      present: () => ({ deleted: true }),
    }),
  );
}

function eventCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  const admit = door.admit(['manage'], false);
  serve(app, 'GET /webhooks/event-types', admit, (c) =>
    perform(c, () => Promise.resolve(listWebhookEventTypes()), {
      present: ({ items }) => ({
        eventTypes: items.map(({ type, description }) => ({ type: toRiplloType(type), description })),
      }),
    }),
  );
  serve(
    app,
    'GET /webhooks/events',
    admit,
    withQuery(eventsQuery, (c, query) => perform(c, (deps) => listEvents(deps, query))),
  );
  serve(app, 'GET /webhooks/events/:id', admit, (c) =>
    perform(c, (deps) => loadWebhookEvent(deps, pathPart(c, 'id')), { present: presentEvent }),
  );
  serve(app, 'POST /webhooks/events/:id/retry', admit, (c) =>
    perform(c, (deps) => retryWebhookEvent(deps, { id: pathPart(c, 'id') }), {
      status: () => 202,
      present: presentEvent,
    }),
  );
}

async function listEvents(deps: CallDeps, { type, ...query }: z.infer<typeof eventsQuery>) {
  const [ours] = type === undefined ? [] : fromRiplloType(type);
  const filter = type === undefined ? {} : { type: ours ?? type };
  const listed = await listWebhookEvents(deps, { ...query, ...filter });
  if (!listed.ok) return listed;
  const { items, nextCursor, hasMore } = listed.value;
  const events = items.map(presentEvent);
  return done(new Listed({ events, nextCursor, hasMore }, { limit: query.limit, nextCursor, hasMore }));
}

function presentEndpoint({
  id,
  url,
  eventTypes: types,
  description,
  active,
  createdAt,
  updatedAt,
}: WebhookEndpoint) {
  const events = (types ?? defaultTypes).map(toRiplloType);
  return { id, url, events, description, active, createdAt, updatedAt };
}

function presentEvent({ id, type, createdAt, data, deliveries }: WebhookEvent) {
  return {
    id,
    type: toRiplloType(type),
    occurredAt: createdAt,
    status: statusOf(deliveries),
    data,
    deliveryAttempts: deliveries.flatMap(
      ({ endpointId, status, attemptCount, lastAttempt, nextAttemptAt }) => ({
        endpointId,
        status,
        attempts: attemptCount,
        responseStatus: lastAttempt?.response?.status ?? null,
        lastAttemptAt: lastAttempt?.requestedAt ?? null,
        nextAttemptAt,
      }),
    ),
  };
}

/** Failed where any endpoint was given up, pending where any waits. */
function statusOf(deliveries: readonly WebhookDelivery[]): 'pending' | 'sent' | 'failed' {
  const has = (status: WebhookDelivery['status']) =>
    deliveries.some((delivery) => delivery.status === status);
  return has('failed') ? 'failed' : has('pending') ? 'pending' : 'sent';
}

function targetsOf(c: CallContext) {
  return c.get('call').app.settings.webhooks.targets;
}
