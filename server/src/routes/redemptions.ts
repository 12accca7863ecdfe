import {
  listRedemptionsQuery,
  reconcileAnswer,
  reconcileInput,
  redemption,
  redemptionPage,
  refundPreviewAnswer,
  refundPreviewInput,
  reverseAnswer,
  reverseInput,
} from '@hemat/shared/schemas';
import { redemptionExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { idParam, jsonBody, optionalJsonBody } from '../http/request-parts.js';
import { listRedemptions } from '../services/list-redemptions.js';
import { loadRedemption } from '../services/load-redemption.js';
import { previewRefund } from '../services/preview-refund.js';
import { reconcileRedemptions } from '../services/reconcile-redemptions.js';
import { reverseRedemption } from '../services/reverse-redemption.js';

const tag = 'Redemptions';
const page = { 200: { description: 'A page of the ledger.', data: redemptionPage } } as const;

const list = secretEndpoint({
  method: 'get',
  path: '/redemptions',
  tag,
  summary: 'List the ledger, newest first',
  scopes: ['read'],
  needsModule: false,
  request: { query: listRedemptionsQuery },
  answers: page,
});

const listOfCode = secretEndpoint({
  method: 'get',
  path: '/discount-codes/{id}/redemptions',
  tag,
  summary: 'List the redemptions of one code, newest first',
  scopes: ['read'],
  needsModule: false,
  request: { params: idParam, query: listRedemptionsQuery },
  answers: page,
});

const load = secretEndpoint({
  method: 'get',
  path: '/redemptions/{id}',
  tag,
  summary: 'Get one redemption',
  scopes: ['read'],
  needsModule: false,
  request: { params: idParam },
  answers: { 200: { description: 'The redemption.', data: redemption, example: redemptionExample } },
});

const reverse = secretEndpoint({
  method: 'post',
  path: '/redemptions/{id}/reverse',
  tag,
  summary: 'Reverse a redemption, as the order was refunded',
  description: 'Works once and says so. Gives the use back unless `restoreUse` is false.',
  scopes: ['redeem'],
  needsModule: false,
  request: { params: idParam, body: optionalJsonBody(reverseInput) },
  answers: { 200: { description: 'The redemption is reversed.', data: reverseAnswer } },
  errors: ['REDEMPTION_CONFLICT'],
});

const preview = secretEndpoint({
  method: 'post',
  path: '/redemptions/{id}/refund-preview',
  tag,
  summary: 'Ask what was really paid for some units',
  description:
    'From the unit shares stored at the lock: partial refunds add up to exactly what was paid. Stores nothing.',
  scopes: ['redeem', 'read'],
  needsModule: false,
  request: { params: idParam, body: jsonBody(refundPreviewInput) },
  answers: { 200: { description: 'What to pay back.', data: refundPreviewAnswer } },
  errors: ['REDEMPTION_CONFLICT'],
});

const reconcile = secretEndpoint({
  method: 'post',
  path: '/redemptions/reconcile',
  tag,
  summary: 'Compare the ledger with the orders that were paid',
  description: 'Counts what was missed, unless `repair` is false.',
  scopes: ['redeem'],
  needsModule: false,
  request: { body: jsonBody(reconcileInput) },
  answers: { 200: { description: 'How they differed.', data: reconcileAnswer } },
});

/** The ledger, and what may happen to a row of it. */
export function redemptionRoutes(app: App): void {
  mount(app, list, (c) => perform(c, (deps) => listRedemptions(deps, c.req.valid('query'))));
  mount(app, listOfCode, (c) => {
    const query = { ...c.req.valid('query'), discountCodeId: c.req.valid('param').id };
    return perform(c, (deps) => listRedemptions(deps, query));
  });
  mount(app, load, (c) => perform(c, (deps) => loadRedemption(deps, c.req.valid('param'))));
  mount(app, reverse, (c) =>
    perform(c, (deps) => reverseRedemption(deps, { ...c.req.valid('json'), ...c.req.valid('param') })),
  );
  mount(app, preview, (c) =>
    perform(c, (deps) => previewRefund(deps, { ...c.req.valid('json'), ...c.req.valid('param') }), {
      isRead: true,
    }),
  );
  mount(app, reconcile, (c) =>
    perform(c, (deps) => reconcileRedemptions(deps, c.req.valid('json')), { severalWrites: true }),
  );
}
