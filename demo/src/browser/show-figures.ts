import { formatMoney } from '@hemat/shared';
import { readLines } from './read-lines.js';

/** The code field as the shop's script reads it. */
interface QuoteElement extends HTMLElement {
  /** What the applied codes give on the present cart, whole rupiah. */
  readonly quote?: { readonly discountAmount: number; readonly shippingDiscount: number } | null;
}

/** Writes every amount of the page from the cart as it stands and the field's quote. */
export function showFigures(form: HTMLFormElement): void {
  const lines = readLines(form);
  for (const { row, price, quantity } of lines)
    write(row.querySelector('[data-line-amount]'), price * quantity);
  const place = form.querySelector<HTMLSelectElement>('select[name="region"]')?.selectedOptions[0];
  const subtotal = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const shipping = subtotal === 0 ? 0 : Number(place?.dataset.shipping ?? 0);
  const quote = form.querySelector<QuoteElement>('hemat-discount-field')?.quote;
  const { discountAmount: discount, shippingDiscount } = quote ?? { discountAmount: 0, shippingDiscount: 0 };

  figure(form, 'subtotal', subtotal);
  figure(form, 'discount', 0 - discount);
  figure(form, 'shipping', shipping);
  figure(form, 'shippingDiscount', 0 - shippingDiscount);
  figure(form, 'total', subtotal + shipping - discount - shippingDiscount);
  const label = form.querySelector('[data-shipping-place]');
  if (label && place) label.textContent = place.dataset.place ?? '';
  const seen = form.querySelector<HTMLInputElement>('input[name="seenTotal"]');
  if (seen) seen.value = String(subtotal + shipping);
}

function figure(form: HTMLFormElement, name: string, amount: number): void {
  const cell = form.querySelector(`[data-figure="${name}"]`);
  write(cell, amount);
  const isSaving = name === 'discount' || name === 'shippingDiscount';
  cell?.parentElement?.toggleAttribute('hidden', isSaving && amount === 0);
}

function write(cell: Element | null, amount: number): void {
  if (cell) cell.textContent = formatMoney(amount, 'IDR', document.documentElement.lang);
}
