import type { WebhookEndpoint } from '@hemat/shared/schemas';

/** An endpoint without its secret. */
export const webhookEndpointExample: WebhookEndpoint = {
  id: 'whep_01KAHX7A8B9C0D1E2F3G4H5J6K',
  url: 'https://tokokopi.example/hooks/hemat',
  description: 'Order service',
  eventTypes: ['discount_code.redeemed', 'discount_code.reversed'],
  signature: 'standard',
  active: true,
  disabledReason: null,
  disabledAt: null,
  failingSince: null,
  previousSecretUntil: null,
  createdAt: '2026-11-21T03:00:00.000Z',
  updatedAt: '2026-11-21T03:00:00.000Z',
};
