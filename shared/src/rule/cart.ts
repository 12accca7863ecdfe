/** One line of a cart; amounts in minor units of the cart's currency. */
export interface CartLine {
  readonly lineId: string;
  readonly productId: string | null;
  readonly tags: readonly string[];
  /** 1 … 10^6. */
  readonly quantity: number;
  /** Minor units, 0 … 10^12; `quantity × unitAmount` ≤ 10^12. */
  readonly unitAmount: number;
}

/** What the shop tells us, checked: at most 500 lines, `subtotal` equals the sum of the lines where there are any. */
export interface Cart {
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly lines: readonly CartLine[];
  /** Minor units, 0 … 10^12. */
  readonly subtotal: number;
  /** Minor units, 0 … 10^12. */
  readonly shippingAmount: number;
  /** ISO 3166-1 or -2, upper case; `null` when the shop does not know. */
  readonly region: string | null;
}
