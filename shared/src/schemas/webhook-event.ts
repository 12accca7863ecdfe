import { z } from 'zod';
import { instant } from './instant.js';

const instantOrNull = z.union([instant, z.null()]);

export const webhookDeliveryStatus = z.enum(['pending', 'sent', 'failed']);

/** One request to an endpoint and what came back. */
export const webhookAttempt = z.object({
  /** `wha_` + ULID. */
  id: z.string(),
  requestedAt: instant,
  durationMs: z.int(),
  request: z.object({
    url: z.string(),
    /** As they were sent; the body is the event as its endpoint's signature writes it. */
    headers: z.record(z.string(), z.string()),
  }),
  /** null where there was none. */
  response: z.union([
    z.object({
      status: z.int(),
      /** The first 2 KB. */
      body: z.string(),
    }),
    z.null(),
  ]),
  /** Why there was no answer; null where there was one. */
  failure: z.union([
    z.enum([
      'URL_NOT_ALLOWED',
      'ADDRESS_NOT_ALLOWED',
      'NAME_NOT_FOUND',
      'CONNECTION_FAILED',
      'TLS_FAILED',
      'TIMEOUT',
    ]),
    z.null(),
  ]),
});
export type WebhookAttempt = z.infer<typeof webhookAttempt>;

/** What became of an event at one endpoint. */
export const webhookDelivery = z.object({
  endpointId: z.string(),
  status: webhookDeliveryStatus,
  attemptCount: z.int(),
  /** When a pending one is tried next. */
  nextAttemptAt: instantOrNull,
  lastAttempt: z.union([webhookAttempt, z.null()]),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

/** An event of the workspace and what became of it. */
export const webhookEvent = z.object({
  /** `evt_` + ULID. */
  id: z.string(),
  type: z.string(),
  createdAt: instant,
  data: z.unknown(),
  deliveries: z.array(webhookDelivery),
});
export type WebhookEvent = z.infer<typeof webhookEvent>;
