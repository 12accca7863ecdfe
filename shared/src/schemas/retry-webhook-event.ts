import { z } from 'zod';

/** `POST /v1/webhooks/events/:id/retry`. */
export const retryWebhookEventInput = z.strictObject({
  /** Also one that the event was not queued for. Default: every active endpoint that it was queued for. */
  endpointId: z.string().min(1).max(100).nullish(),
});
export type RetryWebhookEventInput = z.infer<typeof retryWebhookEventInput>;
