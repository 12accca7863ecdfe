import { validateInput, type RedeemAnswer } from '@hemat/shared/schemas';
import type { Hono } from 'hono';
import type { AppEnv, CallContext } from '../../http/call.js';
import { judgeForShop } from '../../http/judge-for-shop.js';
import { perform } from '../../http/perform.js';
import { redeemApplied } from '../../services/redeem-applied.js';
import { redeemOrder } from '../../services/redeem-order.js';
import type { ForjioDoor } from '../forjio/code-calls.js';
import { presentVerdictWithCode } from '../forjio/present-verdict.js';
import { promoList } from '../forjio/public-calls.js';
import { serve } from '../serve.js';
import { withBody } from '../with-body.js';
import { appliedBody, codeBody, statesAmounts } from './redeem-body.js';
import { portalReasons, riplloRefusals } from './ripllo-refusals.js';

/** Validate, redeem, and the list of what applies. */
export function checkoutCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  serve(
    app,
    'POST /discount-codes/validate',
    door.admit(['validate']),
    withBody(validateInput, (c, body) => {
      const reasons = isPortalForm(c) ? portalReasons : riplloRefusals.reasons;
      return perform(
        c,
        async (deps) => {
          const judged = await judgeForShop(c, deps, body);
          return judged.ok ? presentVerdictWithCode(deps, judged.value, reasons) : judged;
        },
        { isRead: true },
      );
    }),
  );
  const redeemed = {
    status: ({ created }: RedeemAnswer) => (created ? door.createdStatus : 200),
    present: presentRedeemed,
  };
  const redeemStated = withBody(
    appliedBody,
    (c, { appliedAmount, appliedShipping, orderGrossIdr, ...body }) => {
      const amounts = { discountAmount: appliedAmount, shippingDiscount: appliedShipping ?? 0 };
      const payment = { ...body, ...amounts, subtotal: orderGrossIdr ?? null };
      return perform(c, (deps) => redeemApplied(deps, payment), redeemed);
    },
  );
  const redeemCode = withBody(codeBody, (c, body) =>
    perform(c, (deps) => redeemOrder(deps, body), { ...redeemed, currency: body.currency }),
  );
  serve(app, 'POST /discount-codes/redeem', door.admit(['redeem'], false), (c, next) =>
    statesAmounts(c.get('call').body) ? redeemStated(c, next) : redeemCode(c, next),
  );
  promoList(app, '/discount-codes/applicable/:accountId');
}

/** The portal page's own form of the question: its lines are `lineItems`, and the account is nowhere in the body. */
function isPortalForm(c: CallContext): boolean {
  const { body } = c.get('call');
  return typeof body === 'object' && body !== null && ('lineItems' in body || !('accountId' in body));
}

/** The row of the ledger under the names that these clients sent. */
function presentRedeemed({ created, redemption }: RedeemAnswer) {
  return {
    id: redemption.id,
    created,
    discountCodeId: redemption.discountCodeId,
    code: redemption.code,
    orderId: redemption.orderId,
    externalRef: redemption.orderId,
    externalSource: redemption.externalSource,
    customerId: redemption.customerId,
    subtotal: redemption.subtotal,
    currency: redemption.currency,
    appliedAmount: redemption.discountAmount,
    appliedShipping: redemption.shippingDiscount,
    createdAt: redemption.createdAt,
  };
}
