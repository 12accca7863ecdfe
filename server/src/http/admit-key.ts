import type { ApiKeyScope } from '@hemat/shared/schemas';
import type { MiddlewareHandler } from 'hono';
import { authenticate, mayDo } from './authenticate.js';
import type { AppEnv, CallContext, Caller } from './call.js';
import { answer, refuse } from './send.js';

/** Who may call. */
export interface KeyAdmission {
  /** One of these is enough. */
  readonly scopes: readonly ApiKeyScope[];
  /** Whether the Marketing module must be on. */
  readonly needsModule: boolean;
}

/** Lets a secret key, a signed request or a member with one of the scopes in. */
export function admitKey(admission: KeyAdmission): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const found = await authenticate(c);
    if (!found.ok) {
      const response = answer(c, found);
      if (response.status === 401) response.headers.set('www-authenticate', 'Bearer realm="hemat"');
      return response;
    }
    return refuseTo(c, found.value, admission) ?? next();
  };
}

/** Notes a caller who is known; answers it where its scopes or the module do not allow the call, else null. */
export function refuseTo(
  c: CallContext,
  caller: Caller,
  { scopes, needsModule }: KeyAdmission,
): Response | null {
  c.get('call').caller = caller;
  if (!mayDo(caller, scopes)) return refuse(c, { code: 'FORBIDDEN' });
  const isOff = needsModule && !caller.workspace.marketingEnabled;
  return isOff ? refuse(c, { code: 'MARKETING_MODULE_DISABLED' }) : null;
}
