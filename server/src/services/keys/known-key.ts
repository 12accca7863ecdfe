import type { ApiKeyKind, ApiKeyScope } from '@hemat/shared/schemas';
import type { ApiKeysTable } from '../../storage/tables.js';

/** A key as calls are judged by it. */
export interface KnownKey {
  readonly workspaceId: string;
  readonly id: string;
  readonly keyId: string;
  readonly kind: ApiKeyKind;
  /** Every scope the key has, those that its own scopes include among them. */
  readonly scopes: ReadonlySet<ApiKeyScope>;
  /** Sealed; of signed keys only. */
  readonly sealedSecret: string | null;
  readonly isRevoked: boolean;
}

/** What a scope includes beside itself. */
const included: Readonly<Record<ApiKeyScope, readonly ApiKeyScope[]>> = {
  read: [],
  validate: [],
  redeem: ['validate'],
  manage: ['read'],
  admin: ['read', 'validate', 'redeem', 'manage'],
  'platform:admin': [],
};

/** Scopes with what they include. */
export function withIncluded(scopes: readonly ApiKeyScope[]): ReadonlySet<ApiKeyScope> {
  return new Set(scopes.flatMap((scope) => [scope, ...included[scope]]));
}

/** A key out of its row. */
export function knownKey(row: ApiKeysTable): KnownKey {
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    keyId: row.key_id,
    kind: row.kind,
    // Written from the checked list of scopes.
    scopes: withIncluded(JSON.parse(row.scopes) as ApiKeyScope[]),
    sealedSecret: row.sealed_secret,
    isRevoked: row.revoked_at !== null,
  };
}
