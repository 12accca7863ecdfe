import { z } from 'zod';
import { cartQuestion } from './cart-input.js';

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
export const validateInput = cartQuestion({
  shape: { ...codesShape, ...customerShape },
  requires: ['code', 'codes'],
});
export type ValidateInput = z.infer<typeof validateInput>;
