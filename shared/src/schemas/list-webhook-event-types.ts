import { z } from 'zod';
import { webhookEventType } from './webhook-event-type.js';

/** `GET /v1/webhooks/event-types`. */
export const webhookEventTypeList = z.object({
  items: z.array(z.object({ type: webhookEventType, description: z.string() })),
});
export type WebhookEventTypeList = z.infer<typeof webhookEventTypeList>;
