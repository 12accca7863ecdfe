import { z } from 'zod';
import { instant } from './instant.js';

/** What a secret key may do; `admin` may everything within its workspace, `platform:admin` acts for a partner's accounts. */
export const apiKeyScope = z.enum(['read', 'validate', 'redeem', 'manage', 'admin', 'platform:admin']);
export const apiKeyKind = z.enum(['bearer', 'publishable', 'signed']);

const instantOrNull = z.union([instant, z.null()]);

/** A key without its secret. */
export const apiKey = z.object({
  /** `ak_` + ULID. */
  id: z.string(),
  /** What may be shown of it: `AKIA…` for signed keys, the first characters of the key for the others. */
  keyId: z.string(),
  kind: apiKeyKind,
  name: z.string(),
  scopes: z.array(apiKeyScope),
  createdAt: instant,
  lastUsedAt: instantOrNull,
  revokedAt: instantOrNull,
});
export type ApiKey = z.infer<typeof apiKey>;
export type ApiKeyScope = z.infer<typeof apiKeyScope>;
export type ApiKeyKind = z.infer<typeof apiKeyKind>;
