import { z } from 'zod';
import { apiKey, apiKeyKind, apiKeyScope } from './api-key.js';

/** `POST /v1/api-keys`. A publishable key has no scopes. */
export const createApiKeyInput = z.strictObject({
  name: z.string().min(1).max(100),
  kind: apiKeyKind,
  /** Default for secret keys: `read`, `validate`, `redeem`. */
  scopes: z.array(apiKeyScope).min(1).max(6).nullish(),
  /** Only for tries: the key reads `sk_test_…` or `pk_test_…`. */
  test: z.boolean().nullish(),
});
export type CreateApiKeyInput = z.infer<typeof createApiKeyInput>;

/** The secret is in this answer and nowhere else. */
export const createApiKeyAnswer = z.object({ apiKey, secret: z.string() });
export type CreateApiKeyAnswer = z.infer<typeof createApiKeyAnswer>;
