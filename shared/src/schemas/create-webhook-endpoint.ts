import { z } from 'zod';
import { webhookEventType } from './webhook-event-type.js';

/** The fields that an owner may give and change. */
export const webhookEndpointFields = {
  /** https, without user name and password, at a public address. */
  url: z.string().min(1).max(2_000),
  /** Default and null: every type, those to come included. */
  eventTypes: z.array(webhookEventType).min(1).max(20).nullish(),
  description: z.string().max(200).nullish(),
};

/** `POST /v1/webhooks/endpoints`. */
export const createWebhookEndpointInput = z.strictObject(webhookEndpointFields);
export type CreateWebhookEndpointInput = z.infer<typeof createWebhookEndpointInput>;
