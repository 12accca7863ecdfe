import {
  lockAnswer,
  lockInput,
  redeemAnswer,
  redeemInput,
  releaseAnswer,
  releaseInput,
  validateAnswer,
  validateInput,
} from '@hemat/shared/schemas';
import { appliedExample, lockExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { judgeForShop } from '../http/judge-for-shop.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { reasonCodes } from '../http/reason-codes.js';
import { jsonBody } from '../http/request-parts.js';
import { lockOrder } from '../services/lock-order.js';
import { redeemOrder } from '../services/redeem-order.js';
import { releaseOrder } from '../services/release-order.js';

const tag = 'Checkout';
const newOrSame = (value: { readonly created: boolean }) => (value.created ? 201 : 200);

const validate = secretEndpoint({
  method: 'post',
  path: '/discount-codes/validate',
  tag,
  summary: 'Ask what codes would give on a cart',
  description:
    'Reads only, and answers 200 to every well-formed question: `applies` says whether the codes apply. The `quote` holds for 30 minutes; hand it to lock.',
  scopes: ['validate'],
  needsModule: true,
  request: { body: jsonBody(validateInput) },
  answers: {
    200: { description: 'What the codes give, or why not.', data: validateAnswer, example: appliedExample },
  },
});

const lock = secretEndpoint({
  method: 'post',
  path: '/discount-codes/lock',
  tag,
  summary: 'Freeze the discount of an order that was submitted',
  description:
    'Stores the figures of the order net of the discount. The same order with the same payload answers 200 with the same row; with a changed cart it is quoted anew. A refusal carries the reason as its code.',
  scopes: ['redeem'],
  needsModule: true,
  request: { body: jsonBody(lockInput) },
  answers: {
    200: { description: 'The order had this lock already.', data: lockAnswer },
    201: { description: 'The order is locked.', data: lockAnswer, example: lockExample },
  },
  errors: ['QUOTE_CHANGED', 'ORDER_ALREADY_DISCOUNTED', 'REDEMPTION_CONFLICT', ...reasonCodes],
});

const redeem = secretEndpoint({
  method: 'post',
  path: '/discount-codes/redeem',
  tag,
  summary: 'Count one use, as the payment is confirmed',
  description:
    'Counted once an order, however often it is called. The amounts of a lock stand, even when its code has ended since; without a lock the codes are validated in full. Goes on for locked orders while the module is off.',
  scopes: ['redeem'],
  needsModule: false,
  request: { body: jsonBody(redeemInput) },
  answers: {
    200: { description: 'The order had been counted already.', data: redeemAnswer },
    201: { description: 'The use is counted.', data: redeemAnswer },
  },
  errors: ['REDEMPTION_CONFLICT', 'MARKETING_MODULE_DISABLED', ...reasonCodes],
  conflicts: ['MAX_USES_REACHED', 'CUSTOMER_LIMIT_REACHED'],
});

const release = secretEndpoint({
  method: 'post',
  path: '/discount-codes/release',
  tag,
  summary: 'Give a lock back, as the order was cancelled',
  scopes: ['redeem'],
  needsModule: false,
  request: { body: jsonBody(releaseInput) },
  answers: { 200: { description: 'The lock is released.', data: releaseAnswer } },
  errors: ['REDEMPTION_CONFLICT'],
});

/** The life of a code on an order: validate, lock, redeem, release. */
export function checkoutRoutes(app: App): void {
  mount(app, validate, (c) =>
    perform(c, (deps) => judgeForShop(c, deps, c.req.valid('json')), { isRead: true }),
  );
  mount(app, lock, (c) => {
    const body = c.req.valid('json');
    return perform(c, (deps) => lockOrder(deps, body), { status: newOrSame, currency: body.currency });
  });
  mount(app, redeem, (c) => {
    const body = c.req.valid('json');
    return perform(c, (deps) => redeemOrder(deps, body), { status: newOrSame, currency: body.currency });
  });
  mount(app, release, (c) => perform(c, (deps) => releaseOrder(deps, c.req.valid('json'))));
}
