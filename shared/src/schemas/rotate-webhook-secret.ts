import { z } from 'zod';

/** `POST /v1/webhooks/endpoints/:id/rotate-secret`. */
export const rotateWebhookSecretInput = z.strictObject({
  /** How long the old secret signs beside the new one, hours 0–24; 0 ends a leaked one at once. Default 24. */
  overlapHours: z.int().min(0).max(24).nullish(),
});
export type RotateWebhookSecretInput = z.infer<typeof rotateWebhookSecretInput>;
