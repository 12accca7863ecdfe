import { insertRequestNonce } from '../storage/repositories/request-nonces.js';
import type { Deps } from './deps.js';
import type { KnownKey } from './keys/known-key.js';

/** A nonce of a signed request and until when (epoch ms) its signature could be sent again. */
export interface UsedNonce {
  readonly key: KnownKey;
  readonly nonce: string;
  readonly expiresAt: number;
}

/** Remembers a nonce durably; false where the key has used it before. */
export function rememberNonce(deps: Deps, { key, nonce, expiresAt }: UsedNonce): Promise<boolean> {
  return deps.storage.write((tx) =>
    insertRequestNonce(tx, {
      workspace_id: key.workspaceId,
      key_id: key.keyId,
      nonce,
      expires_at: expiresAt,
    }),
  );
}
