import { z } from 'zod';
import { webhookEndpointFields } from './create-webhook-endpoint.js';

/** `PATCH /v1/webhooks/endpoints/:id`: only what is named changes. */
export const patchWebhookEndpointInput = z.strictObject({
  ...webhookEndpointFields,
  url: webhookEndpointFields.url.optional(),
  /** false pauses: what waits is given up and nothing more is queued; true starts afresh. */
  active: z.boolean().optional(),
});
export type PatchWebhookEndpointInput = z.infer<typeof patchWebhookEndpointInput>;
