import type { ApiKey, ApiKeyScope } from '@hemat/shared/schemas';
import type { ApiKeysTable } from '../../storage/tables.js';

/** A key as the wire shows it, without its secret. */
export function presentApiKey(row: ApiKeysTable): ApiKey {
  return {
    id: row.id,
    keyId: row.key_id,
    kind: row.kind,
    name: row.name,
    // Written from the checked list of scopes.
    scopes: JSON.parse(row.scopes) as ApiKeyScope[],
    createdAt: new Date(row.created_at).toISOString(),
    lastUsedAt: toInstant(row.last_used_at),
    revokedAt: toInstant(row.revoked_at),
  };
}

function toInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
