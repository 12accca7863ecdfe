import { z } from 'zod';
import { instant } from './instant.js';
import { webhookEventData } from './webhook-event-type.js';

/** What an endpoint is sent, by Standard Webhooks, of one type of event. */
export const webhookMessageOf = <Type extends keyof typeof webhookEventData>(type: Type) =>
  z.object({
    /** `evt_` + ULID; the same in every attempt and every resend: keep it to recognise a repetition. */
    id: z.string(),
    type: z.literal(type),
    /** When it happened. */
    timestamp: instant,
    workspaceId: z.string(),
    data: webhookEventData[type],
  });

/** What an endpoint is sent: tell the types apart by `type`. */
export const webhookMessage = z.discriminatedUnion('type', [
  webhookMessageOf('discount_code.created'),
  webhookMessageOf('discount_code.updated'),
  webhookMessageOf('discount_code.archived'),
  webhookMessageOf('discount_code.applied'),
  webhookMessageOf('discount_code.redeemed'),
  webhookMessageOf('discount_code.released'),
  webhookMessageOf('discount_code.reversed'),
  webhookMessageOf('webhook.test'),
]);
export type WebhookMessage = z.infer<typeof webhookMessage>;
