import { readLines, type CartLine } from './read-lines.js';
import { saveSoon } from './save-soon.js';
import { showFigures } from './show-figures.js';

/** The service's elements as the shop's script uses them. */
interface CartElement extends HTMLElement {
  /** The cart they compute with; setting it moves their amounts at once. */
  cart: unknown;
}

/** Moves every amount with the cart, in the page, and keeps the shop's copy of the cart up to date behind it. */
export function connectCart(form: HTMLFormElement): void {
  markScripted(form);
  const save = saveSoon(form);
  const change = (): void => {
    giveCart(form);
    showFigures(form);
    save();
  };
  form.addEventListener('input', (event) => {
    if (event.target instanceof Element && event.target.matches('[name^="quantity."], [name="region"]'))
      change();
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button && press(form, button)) {
      event.preventDefault();
      change();
    }
  });
  for (const type of ['hemat-applied', 'hemat-changed', 'hemat-removed', 'hemat-refused']) {
    document.addEventListener(type, () => showFigures(form));
  }
}

/** Tells the shop that this form came with script: the field remembers its codes itself. */
function markScripted(form: HTMLFormElement): void {
  const mark = document.createElement('input');
  mark.type = 'hidden';
  mark.name = 'scripted';
  mark.value = '1';
  form.append(mark);
}

/** Presses a step or remove button here; false where the shop's back end must do it: for the last line. */
function press(form: HTMLFormElement, button: HTMLButtonElement): boolean {
  const line = readLines(form).find(({ productId }) => productId === button.value);
  if (!line) return false;
  switch (button.name) {
    case 'more':
      return setQuantity(line, line.quantity + 1);
    case 'less':
      return line.quantity > 1 && setQuantity(line, line.quantity - 1);
    default:
      return false;
  }
}

function setQuantity({ input }: CartLine, quantity: number): boolean {
  input.value = String(Math.min(quantity, Number(input.max)));
  return true;
}

function giveCart(form: HTMLFormElement): void {
  const lines = readLines(form).filter(({ quantity }) => quantity > 0);
  const region = form.querySelector<HTMLSelectElement>('select[name="region"]');
  const cart = {
    currency: 'IDR',
    subtotal: lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
    lineItems: lines.map(({ productId, tags, title, price, quantity }) => ({
      lineId: productId,
      productId,
      tags,
      title,
      quantity,
      unitAmount: price,
    })),
    shippingAmount: Number(region?.selectedOptions[0]?.dataset.shipping ?? 0),
    region: region?.value,
  };
  for (const element of document.querySelectorAll<CartElement>('hemat-discount-field, hemat-promo-teaser')) {
    element.cart = cart;
  }
}
