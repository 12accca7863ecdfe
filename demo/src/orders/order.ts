/** Where an order stands. */
export type OrderStatus = 'awaiting_payment' | 'paid' | 'cancelled' | 'refunded';

/** One line as it was ordered; amounts in whole rupiah, so that later prices do not change it. */
export interface OrderLine {
  readonly productId: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly quantity: number;
  readonly unitAmount: number;
}

/** A code that was locked in for an order, with its share of the saving in whole rupiah. */
export interface OrderCode {
  readonly code: string;
  readonly redemptionId: string;
  readonly discountAmount: number;
  readonly shippingDiscount: number;
}

/** An order with its frozen figures, whole rupiah: `total = subtotal + shippingAmount − discountAmount − shippingDiscount`. */
export interface Order {
  /** `TK-` and eight characters; the order's id towards the discount service and the payment gateway too. */
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly region: string;
  readonly lines: readonly OrderLine[];
  readonly codes: readonly OrderCode[];
  readonly subtotal: number;
  readonly shippingAmount: number;
  readonly discountAmount: number;
  readonly shippingDiscount: number;
  readonly total: number;
  readonly status: OrderStatus;
  /** Epoch ms. */
  readonly createdAt: number;
}
