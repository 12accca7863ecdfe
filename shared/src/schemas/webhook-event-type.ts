import { z } from 'zod';
import { discountCode } from './discount-code.js';
import { redemption } from './redemption.js';

/** What an endpoint can be told of. `applied` is the lock; `released` also follows a hold that ran out. */
export const webhookEventType = z.enum([
  'discount_code.created',
  'discount_code.updated',
  'discount_code.archived',
  'discount_code.applied',
  'discount_code.redeemed',
  'discount_code.released',
  'discount_code.reversed',
]);
export type WebhookEventType = z.infer<typeof webhookEventType>;

/** `data` of what happens to a code: the code as it is after. */
export const discountCodeEventData = z.object({ discountCode });

/** `data` of what happens to a code on an order: the redemption as it is after. */
export const redemptionEventData = z.object({ redemption });

/** `data` of a test: the endpoint that was asked to show that it is there. */
export const testEventData = z.object({ webhookEndpoint: z.object({ id: z.string(), url: z.string() }) });

/** The one form of every event's data, by type: an object that names what it holds. `webhook.test` is sent on request only. */
export const webhookEventData = {
  'discount_code.created': discountCodeEventData,
  'discount_code.updated': discountCodeEventData,
  'discount_code.archived': discountCodeEventData,
  'discount_code.applied': redemptionEventData,
  'discount_code.redeemed': redemptionEventData,
  'discount_code.released': redemptionEventData,
  'discount_code.reversed': redemptionEventData,
  'webhook.test': testEventData,
} as const satisfies Record<WebhookEventType | 'webhook.test', z.ZodType>;

/** An event of one type with the data of that type. */
export type WebhookEventContent = {
  [Type in keyof typeof webhookEventData]: {
    readonly type: Type;
    readonly data: z.infer<(typeof webhookEventData)[Type]>;
  };
}[keyof typeof webhookEventData];
