import {
  createWebhookEndpointInput,
  listWebhookEndpointsQuery,
  listWebhookEventsQuery,
  patchWebhookEndpointInput,
  retryWebhookEventInput,
  rotateWebhookSecretInput,
  webhookEndpoint,
  webhookEndpointPage,
  webhookEndpointSecret,
  webhookEventDetail,
  webhookEventPage,
  webhookEventTypeList,
} from '@hemat/shared/schemas';
import { webhookEndpointExample } from '../docs/webhook-examples.js';
import type { App } from '../http/app-type.js';
import type { CallContext } from '../http/call.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { idParam, jsonBody, optionalJsonBody } from '../http/request-parts.js';
import { createWebhookEndpoint } from '../services/webhooks/create-webhook-endpoint.js';
import { deleteWebhookEndpoint } from '../services/webhooks/delete-webhook-endpoint.js';
import type { WebhookTargets } from '../services/webhooks/judge-target-url.js';
import { listWebhookEndpoints } from '../services/webhooks/list-webhook-endpoints.js';
import { listWebhookEventTypes } from '../services/webhooks/list-webhook-event-types.js';
import { listWebhookEvents } from '../services/webhooks/list-webhook-events.js';
import { loadWebhookEndpoint } from '../services/webhooks/load-webhook-endpoint.js';
import { loadWebhookEvent } from '../services/webhooks/load-webhook-event.js';
import { patchWebhookEndpoint } from '../services/webhooks/patch-webhook-endpoint.js';
import { retryWebhookEvent } from '../services/webhooks/retry-webhook-event.js';
import { rotateWebhookSecret } from '../services/webhooks/rotate-webhook-secret.js';
import { sendTestEvent } from '../services/webhooks/send-test-event.js';

const tag = 'Webhooks';
const managed = { tag, scopes: ['manage'], needsModule: false } as const;
const oneEndpoint = {
  200: { description: 'The endpoint.', data: webhookEndpoint, example: webhookEndpointExample },
} as const;
const withSecret = {
  description: 'The endpoint and its secret.',
  data: webhookEndpointSecret,
  example: { endpoint: webhookEndpointExample, secret: 'whsec_…' },
};
const queued = { description: 'The event, queued.', data: webhookEventDetail };

const create = secretEndpoint({
  ...managed,
  method: 'post',
  path: '/webhooks/endpoints',
  summary: 'Make an endpoint',
  description:
    'It is told of every event from now on, signed by Standard Webhooks. The secret is in this answer and nowhere else.',
  request: { body: jsonBody(createWebhookEndpointInput) },
  answers: { 201: withSecret },
  errors: ['ENDPOINT_LIMIT_REACHED'],
});

const list = secretEndpoint({
  ...managed,
  method: 'get',
  path: '/webhooks/endpoints',
  summary: 'List endpoints, newest first, without their secrets',
  request: { query: listWebhookEndpointsQuery },
  answers: { 200: { description: 'A page of endpoints.', data: webhookEndpointPage } },
});

const load = secretEndpoint({
  ...managed,
  method: 'get',
  path: '/webhooks/endpoints/{id}',
  summary: 'Get one endpoint',
  request: { params: idParam },
  answers: oneEndpoint,
});

const patch = secretEndpoint({
  ...managed,
  method: 'patch',
  path: '/webhooks/endpoints/{id}',
  summary: 'Change, pause or resume an endpoint',
  description:
    'Only what is named changes. What waits for an endpoint that is switched off is given up; it can be sent again.',
  request: { params: idParam, body: jsonBody(patchWebhookEndpointInput) },
  answers: oneEndpoint,
});

const remove = secretEndpoint({
  ...managed,
  method: 'delete',
  path: '/webhooks/endpoints/{id}',
  summary: 'Delete an endpoint and its secrets',
  description: 'What it was sent stays in the log of events.',
  request: { params: idParam },
  answers: { 200: { description: 'The endpoint as it was.', data: webhookEndpoint } },
});

const rotate = secretEndpoint({
  ...managed,
  method: 'post',
  path: '/webhooks/endpoints/{id}/rotate-secret',
  summary: 'Give an endpoint a new secret',
  description:
    'Both secrets sign for 24 hours, or as long as `overlapHours` says; 0 ends a leaked one at once.',
  request: { params: idParam, body: optionalJsonBody(rotateWebhookSecretInput) },
  answers: { 200: withSecret },
});

const test = secretEndpoint({
  ...managed,
  method: 'post',
  path: '/webhooks/endpoints/{id}/test',
  summary: 'Send a `webhook.test` event',
  description: 'Queued at once; `GET /v1/webhooks/events/{id}` shows what came back.',
  request: { params: idParam },
  answers: { 201: queued },
  errors: ['ENDPOINT_DISABLED'],
});

const listEvents = secretEndpoint({
  ...managed,
  method: 'get',
  path: '/webhooks/events',
  summary: 'List events and what became of them, newest first',
  request: { query: listWebhookEventsQuery },
  answers: { 200: { description: 'A page of events.', data: webhookEventPage } },
});

const loadEvent = secretEndpoint({
  ...managed,
  method: 'get',
  path: '/webhooks/events/{id}',
  summary: 'Get one event with every attempt',
  request: { params: idParam },
  answers: { 200: { description: 'The event.', data: webhookEventDetail } },
});

const retry = secretEndpoint({
  ...managed,
  method: 'post',
  path: '/webhooks/events/{id}/retry',
  summary: 'Send an event again',
  description:
    'Under its own id, from the start of the schedule, to one endpoint or to each it was queued for.',
  request: { params: idParam, body: optionalJsonBody(retryWebhookEventInput) },
  answers: { 200: queued },
  errors: ['ENDPOINT_DISABLED', 'DELIVERY_PENDING'],
});

const listTypes = secretEndpoint({
  tag,
  scopes: ['read', 'manage'],
  needsModule: false,
  method: 'get',
  path: '/webhooks/event-types',
  summary: 'List what an endpoint can be told of',
  answers: { 200: { description: 'Every type.', data: webhookEventTypeList } },
});

/** Endpoints, and the log of what they were sent. They stay open while the Marketing module is off, as paid orders go on. */
export function webhookRoutes(app: App): void {
  endpointRoutes(app);
  eventRoutes(app);
}

function endpointRoutes(app: App): void {
  mount(app, create, (c) => {
    const input = { ...c.req.valid('json'), targets: targetsOf(c) };
    return perform(c, (deps) => createWebhookEndpoint(deps, input), { status: () => 201, isSecret: true });
  });
  mount(app, list, (c) => perform(c, (deps) => listWebhookEndpoints(deps, c.req.valid('query'))));
  mount(app, load, (c) => perform(c, (deps) => loadWebhookEndpoint(deps, c.req.valid('param').id)));
  mount(app, patch, (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), targets: targetsOf(c) };
    return perform(c, (deps) => patchWebhookEndpoint(deps, input));
  });
  mount(app, remove, (c) => perform(c, (deps) => deleteWebhookEndpoint(deps, c.req.valid('param').id)));
  mount(app, rotate, (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') };
    return perform(c, (deps) => rotateWebhookSecret(deps, input), { isSecret: true });
  });
  mount(app, test, (c) =>
    perform(c, (deps) => sendTestEvent(deps, c.req.valid('param').id), { status: () => 201 }),
  );
}

function eventRoutes(app: App): void {
  mount(app, listTypes, (c) => perform(c, () => Promise.resolve(listWebhookEventTypes())));
  mount(app, listEvents, (c) => perform(c, (deps) => listWebhookEvents(deps, c.req.valid('query'))));
  mount(app, loadEvent, (c) => perform(c, (deps) => loadWebhookEvent(deps, c.req.valid('param').id)));
  mount(app, retry, (c) =>
    perform(c, (deps) => retryWebhookEvent(deps, { ...c.req.valid('json'), ...c.req.valid('param') })),
  );
}

function targetsOf(c: CallContext): WebhookTargets {
  return c.get('call').app.settings.webhooks.targets;
}
