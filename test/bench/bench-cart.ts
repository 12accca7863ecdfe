/** The cart of every question: five lines, Rp 740.000 in all. */
export const benchCart = {
  currency: 'IDR',
  lineItems: [1, 2, 3, 4, 5].map((place) => ({
    lineId: String(place),
    productId: `prod_${place}`,
    tags: ['coffee', `shelf-${place}`],
    quantity: place,
    unitAmount: (6 - place) * 10_000 + 26_000,
  })),
  shippingAmount: 20_000,
};

/** The sum of its lines, minor units. */
export const benchSubtotal = benchCart.lineItems.reduce(
  (sum, line) => sum + line.quantity * line.unitAmount,
  0,
);

/** What 10 % off the items comes to, minor units. */
export const benchDiscount = Math.floor((benchSubtotal * 1000 + 5000) / 10_000);
