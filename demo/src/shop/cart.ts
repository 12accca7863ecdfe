import { destinations, findDestination, type Destination } from './destinations.js';
import { findProduct, type Product } from './catalogue.js';

/** The most of one product that one order takes. */
export const maxQuantity = 99;

/** What a shopper has chosen so far. */
export interface Cart {
  /** How many of which product, by product id, in the order they were added. */
  readonly quantities: Readonly<Record<string, number>>;
  /** ISO 3166 code of a destination. */
  readonly region: string;
}

/** One product of a priced cart; amounts in whole rupiah. */
export interface PricedLine {
  readonly product: Product;
  readonly quantity: number;
  readonly amount: number;
}

/** A cart with today's prices; amounts in whole rupiah. */
export interface PricedCart {
  readonly lines: readonly PricedLine[];
  readonly destination: Destination;
  readonly subtotal: number;
  readonly shippingAmount: number;
  readonly itemCount: number;
}

/** A cart with nothing in it. */
export const emptyCart: Cart = { quantities: {}, region: destinations[0].region };

/** The cart with this many of a product: none takes it out, more than the shop sells at once is cut. */
export function withQuantity(cart: Cart, productId: string, quantity: number): Cart {
  const isSold = findProduct(productId) !== undefined;
  const others = Object.entries(cart.quantities).filter(([id]) => id !== productId);
  if (!isSold || quantity < 1) return { ...cart, quantities: Object.fromEntries(others) };
  return { ...cart, quantities: { ...cart.quantities, [productId]: Math.min(quantity, maxQuantity) } };
}

/** The cart at today's prices; products that are no longer sold are left out. */
export function priceCart(cart: Cart): PricedCart {
  const lines = Object.entries(cart.quantities).flatMap(([id, quantity]): PricedLine[] => {
    const product = findProduct(id);
    return product === undefined ? [] : [{ product, quantity, amount: product.price * quantity }];
  });
  const destination = findDestination(cart.region) ?? destinations[0];
  return {
    lines,
    destination,
    subtotal: lines.reduce((sum, line) => sum + line.amount, 0),
    shippingAmount: lines.length === 0 ? 0 : destination.shippingAmount,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
  };
}

/** The cart as the discount service wants to hear of it. A line is known by its product. */
export function toCartInput(cart: PricedCart) {
  return {
    currency: 'IDR',
    subtotal: cart.subtotal,
    lineItems: cart.lines.map(({ product, quantity }) => ({
      lineId: product.id,
      productId: product.id,
      tags: [...product.tags],
      quantity,
      unitAmount: product.price,
    })),
    shippingAmount: cart.shippingAmount,
    region: cart.destination.region,
  };
}
