import { z } from 'zod';
import { instant } from './instant.js';
import { webhookEventType } from './webhook-event-type.js';

const instantOrNull = z.union([instant, z.null()]);

/** How messages are written and signed: `standard` is Standard Webhooks, `ripllo` what Ripllo's clients verify. */
export const webhookSignature = z.enum(['standard', 'ripllo']);
export type WebhookSignature = z.infer<typeof webhookSignature>;

/** Where a workspace is told of its events; without its secret. */
export const webhookEndpoint = z.object({
  /** `whep_` + ULID. */
  id: z.string(),
  url: z.string(),
  description: z.union([z.string(), z.null()]),
  /** null: every type, those to come included. */
  eventTypes: z.union([z.array(webhookEventType), z.null()]),
  signature: webhookSignature,
  active: z.boolean(),
  /** `paused` by its owner, `gone` since it answered 410, `failing` for five days without a success. */
  disabledReason: z.union([z.enum(['paused', 'gone', 'failing']), z.null()]),
  disabledAt: instantOrNull,
  /** The first failure since the last success. */
  failingSince: instantOrNull,
  /** Until when the secret before the last rotation signs as well. */
  previousSecretUntil: instantOrNull,
  createdAt: instant,
  updatedAt: instant,
});
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;

/** The secret (`whsec_…`) is in this answer and nowhere else. */
export const webhookEndpointSecret = z.object({ endpoint: webhookEndpoint, secret: z.string() });
export type WebhookEndpointSecret = z.infer<typeof webhookEndpointSecret>;
