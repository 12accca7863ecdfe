import type { OpenAPIHono } from '@hono/zod-openapi';
import { webhookEventType, webhookMessageOf } from '@hemat/shared/schemas';
import { eventTypeDescriptions } from '../services/webhooks/list-webhook-event-types.js';

const description = `Signed by [Standard Webhooks](https://www.standardwebhooks.com): verify \`webhook-id\`, \`webhook-timestamp\` and \`webhook-signature\` over the
raw body. Answer 2xx within 15 seconds; anything else is tried again, ten times over 75 hours. 410 switches the endpoint off. The same event may
come more than once, always under the same \`id\`.`;

/** Puts what endpoints are sent into the description, one webhook a type of event. */
export function describeWebhooks(registry: OpenAPIHono['openAPIRegistry']): void {
  for (const type of [...webhookEventType.options, 'webhook.test' as const]) {
    registry.registerWebhook({
      method: 'post',
      path: type,
      tags: ['Webhooks'],
      summary: type === 'webhook.test' ? 'Somebody asked for a test.' : eventTypeDescriptions[type],
      description,
      request: {
        body: { required: true, content: { 'application/json': { schema: webhookMessageOf(type) } } },
      },
      responses: { 200: { description: 'Taken. Any 2xx will do.' } },
    });
  }
}
