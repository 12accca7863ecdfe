import { z } from 'zod';
import { pageOf, pageQuery } from './page.js';
import { webhookDeliveryStatus, webhookEvent } from './webhook-event.js';

/** `GET /v1/webhooks/events`: the filters look at what was queued; an event that no endpoint wanted is in the unfiltered list only. */
export const listWebhookEventsQuery = z.strictObject({
  type: z.string().max(100).optional(),
  status: webhookDeliveryStatus.optional(),
  endpointId: z.string().max(100).optional(),
  /** Of the code and of its uses. */
  discountCodeId: z.string().max(100).optional(),
  ...pageQuery,
});
export type ListWebhookEventsQuery = z.infer<typeof listWebhookEventsQuery>;

/** A page of events. */
export const webhookEventPage = pageOf(webhookEvent);
