import type { ApiKeyKind, ApiKeyScope, CreateApiKeyAnswer, CreateApiKeyInput } from '@hemat/shared/schemas';
import { insertApiKey } from '../storage/repositories/api-keys.js';
import type { CallDeps } from './deps.js';
import { hashKeyText, keyIdOf, makeKeyText, toBase32 } from './keys/key-text.js';
import { presentApiKey } from './keys/present-api-key.js';
import { sealSigningSecret } from './keys/signing-secret.js';
import { done, refused, type Outcome } from './outcome.js';
import { recordEffect } from './record-effect.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** What to make, and whether the caller may make keys that act for a partner's accounts. */
export interface NewApiKey extends CreateApiKeyInput {
  readonly mayGrantPlatform: boolean;
}

/** How a secret is known afterwards: as a hash where it is shown, sealed where it signs. */
interface MintedSecret {
  readonly secret: string;
  readonly keyId: string;
  readonly secretHash: string | null;
  readonly sealedSecret: string | null;
}

/** What a back end needs for a checkout. */
const defaultScopes: readonly ApiKeyScope[] = ['read', 'validate', 'redeem'];

/** Makes a key; its secret is in this answer and nowhere else. */
export async function createApiKey(deps: CallDeps, input: NewApiKey): Promise<Outcome<CreateApiKeyAnswer>> {
  const { kind, name } = input;
  if (kind === 'publishable' && input.scopes != null) {
    return refuseInvalid([{ path: ['scopes'], code: 'custom', message: 'are for secret keys only' }]);
  }
  const scopes = kind === 'publishable' ? [] : [...new Set(input.scopes ?? defaultScopes)];
  if (scopes.includes('platform:admin') && !input.mayGrantPlatform) return refused({ code: 'FORBIDDEN' });
  const minted = mint(deps, kind, input.test ?? false);
  const row = {
    workspace_id: deps.workspace.id,
    id: deps.newId('ak'),
    key_id: minted.keyId,
    kind,
    name,
    scopes: JSON.stringify(scopes),
    secret_hash: minted.secretHash,
    sealed_secret: minted.sealedSecret,
    created_at: deps.now(),
    last_used_at: null,
    revoked_at: null,
  };
  const apiKey = presentApiKey(row);
  return writeOutcome(deps.storage, async (tx) => {
    await insertApiKey(tx, row);
    await recordEffect(deps, tx, {
      workspaceId: deps.workspace.id,
      actor: deps.actor,
      event: null,
      action: 'api_key.created',
      target: { type: 'api_key', id: row.id },
      before: null,
      after: apiKey,
    });
    return done({ apiKey, secret: minted.secret });
  });
}

function mint(deps: CallDeps, kind: ApiKeyKind, test: boolean): MintedSecret {
  if (kind !== 'signed') {
    const secret = makeKeyText(kind, test, deps.randomBytes);
    return { secret, keyId: keyIdOf(secret), secretHash: hashKeyText(secret), sealedSecret: null };
  }
  const keyId = `AKIA${toBase32(deps.randomBytes(10)).toUpperCase()}`;
  const secret = toBase32(deps.randomBytes(20));
  const sealedSecret = sealSigningSecret(deps, { workspaceId: deps.workspace.id, keyId }, secret);
  return { secret, keyId, secretHash: null, sealedSecret };
}
