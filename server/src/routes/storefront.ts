import { publicValidateInput, teaserAnswer, teaserQuery, validateAnswer } from '@hemat/shared/schemas';
import { z } from 'zod';
import { teaserExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { answerPreflight, openToOrigins } from '../http/cors.js';
import { publicEndpoint } from '../http/endpoint.js';
import { judgeForShopper } from '../http/judge-for-shopper.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { performCacheable } from '../http/perform-cacheable.js';
import { jsonBody } from '../http/request-parts.js';
import { listPublicPromos } from '../services/list-public-promos.js';

const tag = 'Storefront';
const promos = {
  200: { description: 'The promos, best saving first.', data: teaserAnswer, example: teaserExample },
} as const;
const named = z.string().min(1).max(100);

const validate = publicEndpoint({
  method: 'post',
  path: '/storefront/public/validate-discount',
  kind: 'validate',
  tag,
  summary: 'Ask, from a page, what codes would give on a cart',
  description:
    'As validate, with `workspace` (slug or id) in the body or a publishable key. Who is buying is believed only from a `customerToken`.',
  request: { body: jsonBody(publicValidateInput) },
  answers: { 200: { description: 'What the codes give, or why not.', data: validateAnswer } },
});

const teaser = publicEndpoint({
  method: 'get',
  path: '/storefront/public/{workspace}/discount-codes',
  kind: 'read',
  tag,
  summary: 'List the public promos for a cart',
  description: 'With `ETag`; good for 30 seconds.',
  request: { params: z.object({ workspace: named }), query: teaserQuery },
  answers: promos,
});

const applicable = publicEndpoint({
  method: 'get',
  path: '/discount-codes/applicable/{accountId}',
  kind: 'read',
  tag,
  summary: 'List the public promos for a cart, under their older name',
  request: { params: z.object({ accountId: named }), query: teaserQuery },
  answers: promos,
});

/** What a storefront's pages may call. */
export function storefrontRoutes(app: App): void {
  app.options('/storefront/public/validate-discount', openToOrigins, answerPreflight);
  app.options('/storefront/public/:workspace/discount-codes', openToOrigins, answerPreflight);
  app.options('/discount-codes/applicable/:accountId', openToOrigins, answerPreflight);
  mount(app, validate, (c) =>
    perform(c, (deps) => judgeForShopper(c, deps, c.req.valid('json')), { isRead: true }),
  );
  mount(app, teaser, (c) => performCacheable(c, (deps) => listPublicPromos(deps, c.req.valid('query'))));
  mount(app, applicable, (c) => performCacheable(c, (deps) => listPublicPromos(deps, c.req.valid('query'))));
}
