import { webhookEventType, type WebhookEventType, type WebhookEventTypeList } from '@hemat/shared/schemas';
import { done, type Outcome } from '../outcome.js';

/** When each event happens; `en`, for whoever writes the receiver. */
export const eventTypeDescriptions: Readonly<Record<WebhookEventType, string>> = {
  'discount_code.created': 'A code was made.',
  'discount_code.updated': 'A rule was changed, paused or resumed.',
  'discount_code.archived': 'A code was archived.',
  'discount_code.applied': 'A code was locked for an order that was submitted.',
  'discount_code.redeemed': 'An order with a code was paid: one use is counted.',
  'discount_code.released': 'An order was cancelled, or a hold ran out before it was paid.',
  'discount_code.reversed': 'A redeemed order was refunded.',
};

/** Every type of event that an endpoint can ask for. */
export function listWebhookEventTypes(): Outcome<WebhookEventTypeList> {
  const items = webhookEventType.options.map((type) => ({ type, description: eventTypeDescriptions[type] }));
  return done({ items });
}
