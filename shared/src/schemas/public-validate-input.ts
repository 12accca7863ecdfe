import { z } from 'zod';
import { cartQuestion } from './cart-input.js';
import { codesShape } from './validate-input.js';

/** `POST /v1/storefront/public/validate-discount`: the same question from a browser; a bare customerId is ignored. */
export const publicValidateInput = cartQuestion({
  shape: {
    ...codesShape,
    /** Slug or id; may be left out where a publishable key names the workspace. */
    workspace: z.string().min(1).max(100).nullish(),
    /** Signed by the shop's back end; names the customer. */
    customerToken: z.string().max(1000).nullish(),
  },
  requires: ['code', 'codes'],
  aliases: { merchantSlug: 'workspace', accountId: 'workspace' },
});
export type PublicValidateInput = z.infer<typeof publicValidateInput>;
