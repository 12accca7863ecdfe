import {
  apiKey,
  apiKeyPage,
  createApiKeyAnswer,
  createApiKeyInput,
  listApiKeysQuery,
} from '@hemat/shared/schemas';
import { apiKeyExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { idParam, jsonBody } from '../http/request-parts.js';
import { createApiKey } from '../services/create-api-key.js';
import { listApiKeys } from '../services/list-api-keys.js';
import { revokeApiKey } from '../services/revoke-api-key.js';

const tag = 'API keys';

const list = secretEndpoint({
  method: 'get',
  path: '/api-keys',
  tag,
  summary: 'List keys, newest first, without their secrets',
  scopes: ['admin'],
  needsModule: false,
  request: { query: listApiKeysQuery },
  answers: { 200: { description: 'A page of keys.', data: apiKeyPage } },
});

const create = secretEndpoint({
  method: 'post',
  path: '/api-keys',
  tag,
  summary: 'Make a key',
  description:
    '`bearer` for back ends, `publishable` for pages, `signed` for requests signed by RFC 9421. The secret is in this answer and nowhere else.',
  scopes: ['admin'],
  needsModule: false,
  request: { body: jsonBody(createApiKeyInput) },
  answers: {
    201: {
      description: 'The key and its secret.',
      data: createApiKeyAnswer,
      example: { apiKey: apiKeyExample, secret: 'sk_live_…' },
    },
  },
});

const revoke = secretEndpoint({
  method: 'post',
  path: '/api-keys/{id}/revoke',
  tag,
  summary: 'End a key, from the next call on',
  scopes: ['admin'],
  needsModule: false,
  request: { params: idParam },
  answers: { 200: { description: 'The revoked key.', data: apiKey, example: apiKeyExample } },
});

/** The keys of the caller's workspace. */
export function apiKeyRoutes(app: App): void {
  mount(app, list, (c) => perform(c, (deps) => listApiKeys(deps, c.req.valid('query'))));
  mount(app, create, (c) => {
    const input = { ...c.req.valid('json'), mayGrantPlatform: false };
    return perform(c, (deps) => createApiKey(deps, input), { status: () => 201, isSecret: true });
  });
  mount(app, revoke, (c) => perform(c, (deps) => revokeApiKey(deps, c.req.valid('param').id)));
}
