import { z } from 'zod';
import { cartAliases, cartInputShape, checkCart, withAliases } from './cart-input.js';
import { codesShape } from './validate-input.js';

/** `POST /v1/storefront/public/validate-discount`: the same question from a browser; a bare customerId is ignored. */
export const publicValidateInput = z.preprocess(
  withAliases({ ...cartAliases, merchantSlug: 'workspace', accountId: 'workspace' }),
  z
    .object({
      /** Slug or id; may be left out where a publishable key names the workspace. */
      workspace: z.string().min(1).max(100).nullish(),
      customerToken: z.string().max(1000).nullish(),
      ...codesShape,
      ...cartInputShape,
    })
    .superRefine((body, context) => {
      checkCart(body, (path, message) => context.addIssue({ code: 'custom', path, message }));
      if (body.code == null && body.codes == null) context.addIssue({ code: 'custom', path: ['code'], message: 'is required' });
    }),
);
export type PublicValidateInput = z.infer<typeof publicValidateInput>;
