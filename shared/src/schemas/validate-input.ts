import { z } from 'zod';
import { cartAliases, cartInputShape, checkCart, withAliases } from './cart-input.js';

/** One code or several, as typed. */
export const codesShape = {
  code: z.string().min(1).max(200).nullish(),
  codes: z.array(z.string().min(1).max(200)).min(1).max(10).nullish(),
};

/** Who is buying, as the shop's back end knows. */
export const customerShape = {
  customerId: z.string().min(1).max(200).nullish(),
  customer: z.object({ isNew: z.boolean().nullish() }).nullish(),
};

/** `POST /v1/discount-codes/validate`: the question "what would these codes give on this cart?". */
export const validateInput = z.preprocess(
  withAliases(cartAliases),
  z.object({ ...codesShape, ...customerShape, ...cartInputShape }).superRefine((body, context) => {
    checkCart(body, (path, message) => context.addIssue({ code: 'custom', path, message }));
    if (body.code == null && body.codes == null) context.addIssue({ code: 'custom', path: ['code'], message: 'is required' });
  }),
);
export type ValidateInput = z.infer<typeof validateInput>;
