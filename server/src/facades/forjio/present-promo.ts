import type { TeaserItem } from '@hemat/shared/schemas';

/** A public promo as these systems' clients list it; what a shopper may read of it is its title. */
export function presentPromo({ code, title, terms, estimatedDiscount, eligible }: TeaserItem) {
  const { type, value, scope, currency, minPurchaseAmount, expiresAt } = terms;
  return {
    code,
    description: title,
    type,
    value,
    currency,
    scope,
    minPurchaseAmount,
    expiresAt,
    estimatedDiscount,
    eligible,
  };
}
