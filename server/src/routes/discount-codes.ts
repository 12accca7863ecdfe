import {
  createDiscountCodeInput,
  discountCode,
  discountCodePage,
  listDiscountCodesQuery,
  patchDiscountCodeInput,
} from '@hemat/shared/schemas';
import { discountCodeExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { idParam, jsonBody } from '../http/request-parts.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { archiveDiscountCode } from '../services/archive-discount-code.js';
import { createDiscountCode } from '../services/create-discount-code.js';
import { listDiscountCodes } from '../services/list-discount-codes.js';
import { loadDiscountCode } from '../services/load-discount-code.js';
import { patchDiscountCode } from '../services/patch-discount-code.js';

const tag = 'Discount codes';
const oneCode = {
  200: { description: 'The code.', data: discountCode, example: discountCodeExample },
} as const;

const create = secretEndpoint({
  method: 'post',
  path: '/discount-codes',
  tag,
  summary: 'Make a code',
  description: 'What is left out takes its default, limit policy and hold time those of the workspace.',
  scopes: ['manage'],
  needsModule: true,
  request: { body: jsonBody(createDiscountCodeInput) },
  answers: { 201: { description: 'The new code.', data: discountCode, example: discountCodeExample } },
  errors: ['CODE_EXISTS'],
});

const list = secretEndpoint({
  method: 'get',
  path: '/discount-codes',
  tag,
  summary: 'List codes, newest first',
  description:
    'With `q` those whose code begins with it come first. A page of a filtered list ends after 20,000 codes were looked at: it may have fewer codes than `limit`, or none, and a `nextCursor`.',
  scopes: ['read'],
  needsModule: true,
  request: { query: listDiscountCodesQuery },
  answers: { 200: { description: 'A page of codes.', data: discountCodePage } },
});

const load = secretEndpoint({
  method: 'get',
  path: '/discount-codes/{id}',
  tag,
  summary: 'Get one code',
  scopes: ['read'],
  needsModule: true,
  request: { params: idParam },
  answers: oneCode,
});

const patch = secretEndpoint({
  method: 'patch',
  path: '/discount-codes/{id}',
  tag,
  summary: 'Change a code',
  description:
    'Only what is named changes; `null` takes an optional limit away. Every change steps `version`.',
  scopes: ['manage'],
  needsModule: true,
  request: { params: idParam, body: jsonBody(patchDiscountCodeInput) },
  answers: oneCode,
  errors: ['FIELD_IMMUTABLE'],
});

const archive = secretEndpoint({
  method: 'delete',
  path: '/discount-codes/{id}',
  tag,
  summary: 'Archive a code',
  description: 'It can never be redeemed again and is kept for history. A second call changes nothing.',
  scopes: ['manage'],
  needsModule: true,
  request: { params: idParam },
  answers: oneCode,
});

/** Codes as their owner manages them. */
export function discountCodeRoutes(app: App): void {
  mount(app, create, (c) =>
    perform(c, (deps) => createDiscountCode(deps, c.req.valid('json')), { status: () => 201 }),
  );
  mount(app, list, (c) => perform(c, (deps) => listDiscountCodes(deps, c.req.valid('query'))));
  mount(app, load, (c) => perform(c, (deps) => loadDiscountCode(deps, c.req.valid('param').id)));
  mount(app, patch, (c) =>
    perform(c, (deps) => patchDiscountCode(deps, { ...c.req.valid('json'), ...c.req.valid('param') })),
  );
  mount(app, archive, (c) => perform(c, (deps) => archiveDiscountCode(deps, c.req.valid('param').id)));
}
