import type { Deps } from '../deps.js';
import type { KnownKey } from './known-key.js';
import { openSecret, sealSecret, type SealContext } from './sealed-secret.js';

/** Whose secret it is. */
type SigningKey = Pick<KnownKey, 'workspaceId' | 'keyId'>;

/** Seals the secret that a key signs with, as it is stored. */
export function sealSigningSecret(
  deps: Pick<Deps, 'deriveKey' | 'randomBytes'>,
  key: SigningKey,
  secret: string,
): string {
  return sealSecret(secret, contextOf(deps, key), deps.randomBytes);
}

/** The secret that a key signs with; throws where its row was changed by hand. */
export function openSigningSecret(
  deps: Pick<Deps, 'deriveKey'>,
  key: SigningKey & Pick<KnownKey, 'sealedSecret'>,
): string {
  return openSecret(key.sealedSecret ?? '', contextOf(deps, key));
}

function contextOf({ deriveKey }: Pick<Deps, 'deriveKey'>, { workspaceId, keyId }: SigningKey): SealContext {
  return { key: deriveKey('signed-keys', workspaceId), owner: keyId };
}
