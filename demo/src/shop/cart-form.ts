import type { Draft, Session } from '../sessions/session-repository.js';
import { findDestination } from './destinations.js';
import { withQuantity, type Cart } from './cart.js';

/** What a sent cart form changes of the visit. */
export interface CartChange {
  readonly cart: Cart;
  readonly draft: Draft;
}

/**
 * Reads the cart form: `quantity.<product>`, the buttons `more`, `less` and `remove` with a product's id, `region`, and what was
 * typed into the order's fields. What is not in the form stays; what is not sold or shipped to is ignored.
 */
export function readCartForm(form: FormData, { cart, draft }: Session): CartChange {
  return {
    cart: pressButton(form, readRegion(form, readQuantities(form, cart))),
    draft: readDraft(form, draft),
  };
}

function readQuantities(form: FormData, cart: Cart): Cart {
  let changed = cart;
  for (const [name, value] of form) {
    if (name.startsWith('quantity.') && /^\d{1,6}$/.test(String(value))) {
      changed = withQuantity(changed, name.slice('quantity.'.length), Number(value));
    }
  }
  return changed;
}

function readRegion(form: FormData, cart: Cart): Cart {
  const region = textOf(form, 'region');
  return region !== undefined && findDestination(region) ? { ...cart, region } : cart;
}

function pressButton(form: FormData, cart: Cart): Cart {
  const step = (name: string, change: (quantity: number) => number, to: Cart): Cart => {
    const id = textOf(form, name);
    return id === undefined ? to : withQuantity(to, id, change(to.quantities[id] ?? 0));
  };
  const more = step('more', (quantity) => quantity + 1, cart);
  const less = step('less', (quantity) => quantity - 1, more);
  return step('remove', () => 0, less);
}

function readDraft(form: FormData, draft: Draft): Draft {
  return {
    name: textOf(form, 'name') ?? draft.name,
    email: textOf(form, 'email') ?? draft.email,
    address: textOf(form, 'address') ?? draft.address,
    code: readTypedCode(form) ?? draft.code,
  };
}

/** With script the field itself remembers its codes from page to page. */
function readTypedCode(form: FormData): string | undefined {
  if (form.has('scripted')) return '';
  return form.has('discountCode') ? readCodes(form).join(', ') : undefined;
}

/** The codes of a form: one field for each, or several in one field. */
export function readCodes(form: FormData): string[] {
  return form.getAll('discountCode').flatMap((value) => splitCodes(String(value)));
}

/** Typed codes, parted by commas. */
export function splitCodes(typed: string): string[] {
  return typed
    .split(/[,;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

/** Longer than any field the shop asks for, the signed quote included. */
const longestText = 8000;

/** The text of a field; absent for a file, for too much of it, and where it was not sent. */
export function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' && value.length <= longestText ? value : undefined;
}
