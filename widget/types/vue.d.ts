// Generated from the elements’ doc comments by scripts/generate.mjs. Do not edit.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { HematDiscountField, HematPromoTeaser } from '@hemat/widget';
import type {
  DiscountFieldProperties,
  DiscountFieldAttributes,
  DiscountFieldEvents,
  PromoTeaserProperties,
  PromoTeaserAttributes,
  PromoTeaserEvents,
} from './elements.js';

type Heard<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };
type CustomElement<Class, Own, Events> = new () => Class & {
  /** Seen by the template's type check only. */
  $props: HTMLAttributes & PublicProps & Own;
  /** Seen by the template's type check only. */
  $emit: EmitFn<Heard<Events>>;
};

declare module 'vue' {
  interface GlobalComponents {
    /** The code field of a checkout: says what a code saves before the order is sent, posts the code with the form, and never stands in the way of the checkout. */
    'hemat-discount-field': CustomElement<
      HematDiscountField,
      DiscountFieldProperties & DiscountFieldAttributes,
      DiscountFieldEvents
    >;
    /** Lists a workspace's public promos for the present cart, the best saving first; a tap applies one to the page's field. */
    'hemat-promo-teaser': CustomElement<
      HematPromoTeaser,
      PromoTeaserProperties & PromoTeaserAttributes,
      PromoTeaserEvents
    >;
  }
}
