import { z } from 'zod';
import { defaultWebhookSettings, type WebhookSettings } from './webhook-settings.js';

/** The variables about webhooks. */
export const webhookVariables = {
  HEMAT_WEBHOOKS: z.enum(['on', 'off'], 'is on or off').default('on'),
  HEMAT_WEBHOOK_CONCURRENCY: z.coerce
    .number('is a number')
    .int()
    .min(1)
    .max(1_000)
    .default(defaultWebhookSettings.concurrency),
  HEMAT_WEBHOOK_PRIVATE_ADDRESSES: z.enum(['allow', 'refuse'], 'is allow or refuse').default('refuse'),
};

/** The settings out of the variables. */
export function webhookSettings(env: z.infer<z.ZodObject<typeof webhookVariables>>): WebhookSettings {
  return {
    concurrency: env.HEMAT_WEBHOOKS === 'off' ? 0 : env.HEMAT_WEBHOOK_CONCURRENCY,
    targets: env.HEMAT_WEBHOOK_PRIVATE_ADDRESSES === 'allow' ? 'any' : 'public',
  };
}
