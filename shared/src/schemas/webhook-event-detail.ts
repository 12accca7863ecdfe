import { z } from 'zod';
import { webhookAttempt, webhookDelivery, webhookEvent } from './webhook-event.js';

/** `GET /v1/webhooks/events/:id`: an event with every attempt, oldest first. */
export const webhookEventDetail = webhookEvent.extend({
  deliveries: z.array(webhookDelivery.extend({ attempts: z.array(webhookAttempt) })),
});
export type WebhookEventDetail = z.infer<typeof webhookEventDetail>;
