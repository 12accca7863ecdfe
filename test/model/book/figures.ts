import type { BookFigures } from './book.js';

/** The money alone. */
export function figuresOf(holder: BookFigures): BookFigures {
  const { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total } = holder;
  return { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total };
}

/** Whether two answers come to the same amounts. */
export function areSameAmounts(one: BookFigures, other: BookFigures): boolean {
  return (
    one.currency === other.currency &&
    one.discountAmount === other.discountAmount &&
    one.shippingDiscount === other.shippingDiscount
  );
}

/** Whether two orders were about the same goods and way. */
export function areSameGoods(one: BookFigures, other: BookFigures): boolean {
  return (
    one.currency === other.currency &&
    one.subtotal === other.subtotal &&
    one.shippingAmount === other.shippingAmount
  );
}
