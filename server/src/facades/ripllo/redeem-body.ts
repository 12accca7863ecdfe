import { amount, redeemInput } from '@hemat/shared/schemas';
import { z } from 'zod';

const name = z.string().min(1).max(200);

/** Some callers send what they computed with fractions. */
const money = z
  .number()
  .min(0)
  .max(1_000_000_000_000)
  .transform((given) => Math.round(given));

/** A redeem in the SDKs' form: what was taken off, by the code's id. */
export const appliedBody = z.preprocess(
  nameOrder,
  z.object({
    orderId: name,
    discountCodeId: name,
    externalSource: z.string().min(1).max(50).nullish(),
    customerId: name.nullish(),
    appliedAmount: money,
    appliedShipping: money.nullish(),
    /** The order before its discount. */
    orderGrossIdr: amount.nullish(),
  }),
);

/** A redeem in the portal page's form: the code and the cart. */
export const codeBody = z.preprocess(nameOrder, redeemInput);

/** Whether a body is in the SDKs' form. */
export function statesAmounts(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && 'discountCodeId' in body && body.discountCodeId !== null
  );
}

/** The shop's order has three names: `orderId`, `externalRef` and, where nothing else is known, `checkoutSessionId`. */
function nameOrder(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { orderId, externalRef, checkoutSessionId }: Record<string, unknown> = { ...body };
  return { ...body, orderId: orderId ?? externalRef ?? checkoutSessionId };
}
