export type { CartLineValue, CartValue } from './cart/cart-value.js';
export { HematDiscountField } from './discount-field/hemat-discount-field.js';
export type { ApplyResult } from './discount-field/apply-result.js';
export { HematAppliedEvent, type AppliedDetail } from './discount-field/events/hemat-applied-event.js';
export { HematApplyEvent, type ApplyDetail } from './discount-field/events/hemat-apply-event.js';
export { HematChangedEvent, type ChangedDetail } from './discount-field/events/hemat-changed-event.js';
export { HematRefusedEvent, type RefusedDetail } from './discount-field/events/hemat-refused-event.js';
export { HematRemovedEvent, type RemovedDetail } from './discount-field/events/hemat-removed-event.js';
export {
  HematUnavailableEvent,
  type UnavailableDetail,
} from './discount-field/events/hemat-unavailable-event.js';
export type { FieldState } from './discount-field/field-view.js';
export type { DiscountQuote } from './element/discount-quote.js';
export type { GiftFacts, Messages } from './messages/messages.js';
export { messagesEn } from './messages/messages-en.js';
export { messagesId } from './messages/messages-id.js';
export { registerMessages } from './messages/register-messages.js';
export { setPageDefaults, type PageDefaults } from './page/page-defaults.js';
export { HematImpressionEvent, type ImpressionDetail } from './promo-teaser/events/hemat-impression-event.js';
export { HematPickEvent, type PickDetail } from './promo-teaser/events/hemat-pick-event.js';
export { HematPromoTeaser } from './promo-teaser/hemat-promo-teaser.js';
export type { TeaserState } from './promo-teaser/teaser-template.js';
export type { FieldReason, MissingFact, Source } from './store/model.js';
