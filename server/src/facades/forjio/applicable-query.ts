import { teaserQuery, withAliases } from '@hemat/shared/schemas';
import { z } from 'zod';

/** The cart of a list of promos; these systems' clients ask with one product, under its own name. */
export const applicableQuery = z.preprocess(withAliases({ productId: 'productIds' }), teaserQuery);
