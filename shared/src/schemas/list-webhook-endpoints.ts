import { z } from 'zod';
import { pageOf, pageQuery } from './page.js';
import { webhookEndpoint } from './webhook-endpoint.js';

/** `GET /v1/webhooks/endpoints`. */
export const listWebhookEndpointsQuery = z.strictObject(pageQuery);
export type ListWebhookEndpointsQuery = z.infer<typeof listWebhookEndpointsQuery>;

/** A page of endpoints. */
export const webhookEndpointPage = pageOf(webhookEndpoint);
