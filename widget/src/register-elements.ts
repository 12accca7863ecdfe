import { HematDiscountField } from './discount-field/hemat-discount-field.js';
import { HematPromoTeaser } from './promo-teaser/hemat-promo-teaser.js';

/** Defines both elements; a name that is taken already, by an earlier copy of the script, stays as it is. */
export function registerElements(): void {
  const elements = { 'hemat-discount-field': HematDiscountField, 'hemat-promo-teaser': HematPromoTeaser };
  for (const [name, element] of Object.entries(elements))
    if (!customElements.get(name)) customElements.define(name, element);
}
