// Generated from the elements’ doc comments by scripts/generate.mjs. Do not edit.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { HematDiscountField, HematPromoTeaser } from '@hemat/widget';
import type {
  DiscountFieldProperties,
  DiscountFieldAttributes,
  DiscountFieldEvents,
  PromoTeaserProperties,
  PromoTeaserAttributes,
  PromoTeaserEvents,
} from './elements.js';

type Listeners<Events> = {
  [Name in keyof Events as `on${Name & string}`]?: ((event: Events[Name]) => void) | undefined;
};
type Tag<Class, Own> = DetailedHTMLProps<HTMLAttributes<Class>, Class> & Own;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The code field of a checkout: says what a code saves before the order is sent, posts the code with the form, and never stands in the way of the checkout. */
      'hemat-discount-field': Tag<
        HematDiscountField,
        DiscountFieldProperties & DiscountFieldAttributes & Listeners<DiscountFieldEvents>
      >;
      /** Lists a workspace's public promos for the present cart, the best saving first; a tap applies one to the page's field. */
      'hemat-promo-teaser': Tag<
        HematPromoTeaser,
        PromoTeaserProperties & PromoTeaserAttributes & Listeners<PromoTeaserEvents>
      >;
    }
  }
}
