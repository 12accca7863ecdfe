import { z } from 'zod';
import { listApiKeys } from '../storage/repositories/api-keys.js';
import type { CallDeps } from './deps.js';
import type { Customer } from './read-facts.js';
import { openToken, signToken } from './signed-token.js';

/** What a shop's back end vouches for. */
export interface CustomerClaim {
  readonly customerId: string;
  /** Whether the customer has no earlier paid order; left out: our own ledger decides. */
  readonly isNew?: boolean | undefined;
  /** ISO 8601. */
  readonly expiresAt: string;
}

const prefix = 'ct_';

const claim = z.object({
  // No database keeps a NUL or half a character.
  customerId: z
    .string()
    .min(1)
    .max(200)
    .refine((id) => !/[\0\p{Surrogate}]/u.test(id)),
  isNew: z.boolean().optional(),
  expiresAt: z.iso.datetime({ offset: true }),
});

/**
 * A customer token as a shop's back end makes it offline: `ct_` + base64url(JSON claim) + `.` + base64url(HMAC-SHA256 of what
 * stands before the dot), the key being SHA-256 of its bearer secret key.
 */
export function signCustomerToken(secretHash: Uint8Array, vouched: CustomerClaim): string {
  return signToken(secretHash, prefix, vouched);
}

/**
 * Whom a token names: an unknown customer where it has run out, null where no live bearer key of the workspace signed it.
 */
export async function verifyCustomerToken(deps: CallDeps, token: string): Promise<Customer | null> {
  for (const key of await listApiKeys(deps.storage.reader, deps.workspace.id)) {
    if (key.kind !== 'bearer' || key.revoked_at !== null || key.secret_hash === null) continue;
    const opened = claim.safeParse(openToken(Buffer.from(key.secret_hash, 'hex'), prefix, token));
    if (!opened.success) continue;
    const { customerId, isNew, expiresAt } = opened.data;
    if (Date.parse(expiresAt) <= deps.now()) return { id: null, isNew: null };
    return { id: customerId, isNew: isNew ?? null };
  }
  return null;
}
