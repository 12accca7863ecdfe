import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from '@hemat/widget/svelte';

type Field = SvelteHTMLElements['hemat-discount-field'];
type Teaser = SvelteHTMLElements['hemat-promo-teaser'];

/** What the typings of Svelte's templates take and refuse; never run. */
export const taken: Field = {
  class: 'code',
  open: true,
  subtotal: 250_000,
  'auto-apply': 'kode',
  'onhemat-apply': (event) => event.preventDefault(),
  'onhemat-applied': (event) => event.detail.quote?.total.toFixed(),
};

// @ts-expect-error: a line has a price.
export const cart: Field = { cart: { lineItems: [{ productId: 'kopi', quantity: 1 }] } };
// @ts-expect-error: there is no such place to keep a code.
export const persist: Field = { persist: 'cookie' };
// @ts-expect-error: a pick has no quote.
export const pick: Teaser = { 'onhemat-pick': (event) => event.detail.quote };
