// Generated from the elements’ doc comments by scripts/generate.mjs. Do not edit.
import type {
  HematAppliedEvent,
  HematApplyEvent,
  HematChangedEvent,
  HematDiscountField,
  HematImpressionEvent,
  HematPickEvent,
  HematPromoTeaser,
  HematRefusedEvent,
  HematRemovedEvent,
  HematUnavailableEvent,
} from '@hemat/widget';

type Settable<Element, Name extends keyof Element> = {
  [Key in keyof Pick<Element, Name>]?: Element[Key] | undefined;
};

/** The properties of `<hemat-discount-field>` that a page may set. */
export type DiscountFieldProperties = Settable<
  HematDiscountField,
  | 'name'
  | 'open'
  | 'required'
  | 'disabled'
  | 'persist'
  | 'autoApply'
  | 'endpoint'
  | 'workspace'
  | 'publishableKey'
  | 'group'
  | 'currency'
  | 'subtotal'
  | 'shippingAmount'
  | 'region'
  | 'customerToken'
  | 'cart'
  | 'unstyled'
>;

/** The attributes of `<hemat-discount-field>` that are spelled unlike their properties. */
export interface DiscountFieldAttributes {
  /** The query parameter whose codes are applied; without a value `discount`. */
  'auto-apply'?: HematDiscountField['autoApply'] | undefined;
  /** `pk_…`, where the workspace asks for one. */
  'publishable-key'?: HematDiscountField['publishableKey'] | undefined;
  /** An integer in minor units; default 0. */
  'shipping-amount'?: HematDiscountField['shippingAmount'] | undefined;
  /** Who is buying, signed by the shop's back end. */
  'customer-token'?: HematDiscountField['customerToken'] | undefined;
}

/** The events of `<hemat-discount-field>` by their names. */
export interface DiscountFieldEvents {
  /** Before a code is asked for; `preventDefault()` keeps it from being sent. */
  'hemat-apply': HematApplyEvent;
  /** The service has accepted a code. */
  'hemat-applied': HematAppliedEvent;
  /** The amount moved with the cart, or with the clock. */
  'hemat-changed': HematChangedEvent;
  /** The shopper removed a code, or the service no longer accepts it. */
  'hemat-removed': HematRemovedEvent;
  /** A code does not apply; `detail` says why and what is missing. */
  'hemat-refused': HematRefusedEvent;
  /** The service could not be asked; the checkout goes on. */
  'hemat-unavailable': HematUnavailableEvent;
}

/** The properties of `<hemat-promo-teaser>` that a page may set. */
export type PromoTeaserProperties = Settable<
  HematPromoTeaser,
  | 'for'
  | 'endpoint'
  | 'workspace'
  | 'publishableKey'
  | 'group'
  | 'currency'
  | 'subtotal'
  | 'shippingAmount'
  | 'region'
  | 'customerToken'
  | 'cart'
  | 'unstyled'
>;

/** The attributes of `<hemat-promo-teaser>` that are spelled unlike their properties. */
export interface PromoTeaserAttributes {
  /** `pk_…`, where the workspace asks for one. */
  'publishable-key'?: HematPromoTeaser['publishableKey'] | undefined;
  /** An integer in minor units; default 0. */
  'shipping-amount'?: HematPromoTeaser['shippingAmount'] | undefined;
  /** Who is buying, signed by the shop's back end. */
  'customer-token'?: HematPromoTeaser['customerToken'] | undefined;
}

/** The events of `<hemat-promo-teaser>` by their names. */
export interface PromoTeaserEvents {
  /** Before a promo's code goes to the field; `preventDefault()` keeps it from going there. */
  'hemat-pick': HematPickEvent;
  /** At least half of a promo has come into view, once per promo. */
  'hemat-impression': HematImpressionEvent;
}
