import type { CartValue } from './cart-value.js';

/** Where an element finds its cart: a property wins over a JSON child, that one over attributes. */
export interface CartSources {
  readonly element: Element;
  readonly cart: CartValue | null | undefined;
  readonly currency: string | null;
  readonly subtotal: number | string | null;
  readonly shippingAmount: number | string | null;
  readonly region: string | null;
}

/** The cart an element was given, or `null` where it was given none. A part that cannot be read is left out, with a warning. */
export function readCart(sources: CartSources): CartValue | null {
  const { element, cart, currency, region } = sources;
  const whole = cart ?? readJson(element);
  if (!whole && sources.subtotal == null) return null;
  return {
    currency: currency || null,
    subtotal: whole ? null : readAmount(element, 'subtotal', sources.subtotal),
    shippingAmount: readAmount(element, 'shipping-amount', sources.shippingAmount),
    region: region || null,
    ...whole,
  };
}

function readJson(element: Element): CartValue | null {
  const text = element.querySelector(':scope > script[slot=cart]')?.textContent.trim();
  if (!text) return null;
  try {
    // What a page's author writes has this shape; the service refuses what has not.
    return JSON.parse(text) as CartValue;
  } catch {
    return warn(element, 'the cart is not JSON');
  }
}

function readAmount(element: Element, name: string, given: number | string | null): number | null {
  if (given == null) return null;
  return /^\d+$/.test(`${given}`) ? Number(given) : warn(element, `${name} is not an integer in minor units`);
}

function warn(element: Element, fault: string): null {
  console.warn(`<${element.localName}>: ${fault}`);
  return null;
}
