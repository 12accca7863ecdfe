import type { CartInput } from '@hemat/shared/schemas';

type LineInput = NonNullable<NonNullable<CartInput['lineItems']>[number]>;

/** One line of the page's cart. Amounts are integers in minor units. */
export interface CartLineValue extends LineInput {
  /** What the shopper knows the line by, to name the lines a discount is for; never sent to the service. */
  readonly title?: string;
}

/**
 * The cart as a page gives it: `{ currency, subtotal }` or `{ currency, lineItems: [{ productId, tags, quantity, unitAmount }] }`,
 * with `shippingAmount` and `region` where the shop knows them. Amounts are integers in minor units.
 */
export interface CartValue extends Omit<CartInput, 'lineItems'> {
  readonly lineItems?: readonly CartLineValue[] | null;
}
