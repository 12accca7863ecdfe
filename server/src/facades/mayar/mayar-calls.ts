import { generateCode } from '@hemat/shared';
import type { AppliedAnswer, DiscountCode, ValidateInput } from '@hemat/shared/schemas';
import { Hono, type MiddlewareHandler } from 'hono';
import { admitKey } from '../../http/admit-key.js';
import type { AppEnv } from '../../http/call.js';
import { limitBody } from '../../http/limit-body.js';
import { limitRequests } from '../../http/limit-requests.js';
import { perform } from '../../http/perform.js';
import { refuse } from '../../http/send.js';
import { createDiscountCode } from '../../services/create-discount-code.js';
import type { CallDeps } from '../../services/deps.js';
import { findCodeUses } from '../../services/find-code-uses.js';
import { loadDiscountCode } from '../../services/load-discount-code.js';
import { listStrings } from '../../services/one-time/list-strings.js';
import { done, refused, type Outcome } from '../../services/outcome.js';
import { validateCodes } from '../../services/validate-codes.js';
import { pathPart, serve } from '../serve.js';
import { speak } from '../speak.js';
import { withBody, withQuery } from '../with-body.js';
import {
  checkBody,
  codeInput,
  createBody,
  listQuery,
  validateBody,
  type CreateBody,
  type MayarVersion,
} from './coupon-bodies.js';
import { listDiscounts } from './list-discounts.js';
import { mayarDialect } from './mayar-dialect.js';
import {
  discountTypeOf,
  eligibleCustomersOf,
  presentCreated,
  presentDetail,
  type DiscountWithStrings,
} from './present-discount.js';
import { readAnyBody } from './read-any-body.js';

const mayCreate = admit('manage');
const mayAsk = admit('validate');
const mayRead = admit('read');

/** Mayar's older coupon API. */
export function mayarV1Calls(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(speak(mayarDialect('Success')));
  serve(app, 'POST /coupon/create', mayCreate, create('v1'));
  serve(app, 'POST /coupon/validate', mayAsk, validate);
  serve(app, 'GET /coupon/validate', mayAsk, validate);
  serve(app, 'GET /coupon/:id', mayRead, detail);
  app.all('*', (c) => refuse(c, { code: 'NOT_FOUND' }));
  return app;
}

/** Mayar's newer coupon API. */
export function mayarV2Calls(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(speak(mayarDialect('success')));
  serve(app, 'POST /coupons/create', mayCreate, create('v2'));
  serve(app, 'POST /coupons/validate', mayAsk, validate);
  serve(app, 'POST /coupons/check', mayAsk, check);
  serve(
    app,
    'GET /coupons',
    mayRead,
    withQuery(listQuery, (c, query) => perform(c, (deps) => listDiscounts(deps, query))),
  );
  serve(app, 'GET /coupons/:id', mayRead, detail);
  app.all('*', (c) => refuse(c, { code: 'NOT_FOUND' }));
  return app;
}

function admit(scope: 'manage' | 'validate' | 'read'): MiddlewareHandler<AppEnv>[] {
  return [limitRequests('mayar'), limitBody, admitKey({ scopes: [scope], needsModule: true }), readAnyBody];
}

function create(version: MayarVersion) {
  return withBody(createBody(version), (c, body) =>
    perform(c, (deps) => createWithStrings(deps, body), {
      severalWrites: true,
      present: (made) => presentCreated(made, version),
    }),
  );
}

async function createWithStrings(deps: CallDeps, body: CreateBody): Promise<Outcome<DiscountWithStrings>> {
  const made = await createDiscountCode(deps, codeInput(body, generateCode(deps.randomBytes)));
  return made.ok ? withStrings(deps, made.value) : made;
}

async function withStrings(deps: CallDeps, code: DiscountCode): Promise<Outcome<DiscountWithStrings>> {
  if (code.kind === 'reusable') return done({ code, strings: [] });
  const listed = await listStrings(deps, { id: code.id, limit: 100 });
  return listed.ok ? done({ code, strings: listed.value.items }) : listed;
}

const detail = (c: Parameters<typeof pathPart>[0]): Promise<Response> =>
  perform(
    c,
    async (deps) => {
      const found = await loadDiscountCode(deps, pathPart(c, 'id'));
      return found.ok ? withStrings(deps, found.value) : found;
    },
    { present: (found) => presentDetail(found, c.get('call').caller?.workspace.id ?? '') },
  );

const validate = withBody(validateBody, (c, body) =>
  perform(c, (deps) => judge(deps, body), {
    isRead: true,
    present: ({ codes: [first] }) => ({ valid: true, coupon: first && presentCoupon(first) }),
  }),
);

/** A code that does not apply is an error here. */
async function judge(deps: CallDeps, body: ValidateInput): Promise<Outcome<AppliedAnswer>> {
  const judged = await validateCodes(deps, { audience: 'secret', body });
  if (!judged.ok) return judged;
  const verdict = judged.value;
  if (verdict.applies) return done(verdict);
  const { reason, terms } = verdict;
  // The general reason is for pages only.
  if (reason === 'NOT_APPLICABLE') return refused({ code: 'CODE_NOT_FOUND' });
  return refused({ code: reason, details: { minPurchaseAmount: terms?.minPurchaseAmount ?? 0 } });
}

/** The terms of a code; never what they come to on an order. */
function presentCoupon({ id, code, terms }: AppliedAnswer['codes'][number]) {
  return {
    id,
    code,
    discountType: discountTypeOf(terms),
    discountValue: terms.value,
    minimumPurchase: terms.minPurchaseAmount,
    eligibleCustomerType: eligibleCustomersOf(terms),
  };
}

const check = withBody(checkBody, (c, { couponCode }) =>
  perform(c, (deps) => findCodeUses(deps, couponCode), {
    present: ({ usesTotal, maxUsesTotal }) => {
      const limit = maxUsesTotal ?? 0;
      return {
        couponCode,
        isUsed: limit > 0 && usesTotal >= limit,
        totalUsed: usesTotal,
        limit,
        remaining: Math.max(limit - usesTotal, 0),
      };
    },
  }),
);
