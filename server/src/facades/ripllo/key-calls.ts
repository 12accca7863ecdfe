import type { ApiKey, ApiKeyScope } from '@hemat/shared/schemas';
import type { Hono } from 'hono';
import { z } from 'zod';
import { isPartner } from '../../http/authenticate.js';
import type { AppEnv } from '../../http/call.js';
import { callerOf } from '../../http/caller-of.js';
import { perform } from '../../http/perform.js';
import { createApiKey } from '../../services/create-api-key.js';
import { listApiKeys } from '../../services/list-api-keys.js';
import { revokeApiKey } from '../../services/revoke-api-key.js';
import type { ForjioDoor } from '../forjio/code-calls.js';
import { pathPart, serve } from '../serve.js';
import { withBody } from '../with-body.js';

/** What each of Ripllo's scopes allows, in both vocabularies that its clients use. */
const scopeMeanings = {
  '*': ['admin'],
  admin: ['admin'],
  write: ['read', 'validate', 'redeem', 'manage'],
  read: ['read', 'validate'],
  'ripllo:platform:admin': ['platform:admin', 'admin'],
} as const satisfies Readonly<Record<string, readonly ApiKeyScope[]>>;

const createBody = z.object({
  name: z.string().min(1).max(100),
  scopes: z
    .array(z.enum(Object.keys(scopeMeanings) as (keyof typeof scopeMeanings)[]))
    .max(5)
    .nullish(),
});

/** Keys that sign: list, make, revoke. */
export function keyCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  const admit = door.admit(['admin'], false);
  serve(app, 'GET /api-keys', admit, (c) =>
    perform(c, (deps) => listApiKeys(deps, { limit: 100 }), {
      present: ({ items }) => ({ apiKeys: items.map(presentKey) }),
    }),
  );
  serve(
    app,
    'POST /api-keys',
    admit,
    withBody(createBody, (c, { name, scopes }) => {
      const granted = (scopes?.length ? scopes : (['*'] as const)).flatMap((scope) => scopeMeanings[scope]);
      const mayGrantPlatform = isPartner(callerOf(c.get('call')));
      const wanted = { name, kind: 'signed' as const, scopes: [...new Set(granted)], mayGrantPlatform };
      return perform(c, (deps) => createApiKey(deps, wanted), {
        status: () => door.createdStatus,
        isSecret: true,
        present: ({ apiKey, secret }) => ({ apiKey: presentKey(apiKey), secret }),
      });
    }),
  );
  serve(app, 'POST /api-keys/:id/revoke', admit, (c) =>
    perform(c, (deps) => revokeApiKey(deps, pathPart(c, 'id')), {
      present: ({ id, revokedAt }) => ({ apiKey: { id, revokedAt } }),
    }),
  );
}

function presentKey({ id, keyId, name, scopes, createdAt, lastUsedAt, revokedAt }: ApiKey) {
  return { id, keyId, name, scopes: presentScopes(scopes), createdAt, lastUsedAt, revokedAt };
}

/** The fewest of Ripllo's scopes that say what the key may do. */
function presentScopes(scopes: readonly ApiKeyScope[]): string[] {
  if (scopes.includes('platform:admin')) return ['ripllo:platform:admin'];
  if (scopes.includes('admin')) return ['*'];
  return scopes.includes('manage') || scopes.includes('redeem') ? ['read', 'write'] : ['read'];
}
