import type { MiddlewareHandler } from 'hono';
import { refuseTo, type KeyAdmission } from '../../http/admit-key.js';
import { actFor, findBearer } from '../../http/authenticate.js';
import type { AppEnv, CallContext } from '../../http/call.js';
import { headerOf } from '../../http/header-of.js';
import { answer, refuse, send } from '../../http/send.js';
import type { KnownKey } from '../../services/keys/known-key.js';
import { openSigningSecret } from '../../services/keys/signing-secret.js';
import { done, type Outcome } from '../../services/outcome.js';
import { write } from '../forjio/forjio-dialect.js';
import { fitsRiplloSignature, isRiplloAuthorization, readRiplloAuthorization } from './ripllo-signature.js';

const toleranceSeconds = 300;

/** Errors that only Ripllo's clients know. */
const ownErrors = {
  INVALID_TIMESTAMP: { status: 401, message: 'X-Ripllo-Timestamp is not a time in whole seconds.' },
  REVOKED_KEY: { status: 401, message: 'The key was revoked.' },
  FORBIDDEN_ONBEHALF: { status: 403, message: 'Only a platform key may act on behalf of an account.' },
} as const;

/** Lets a request in that is signed Ripllo's way, or carries one of our own secret keys, with one of the scopes. */
export function admitRipllo(admission: KeyAdmission): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const call = c.get('call');
    const key = await findKey(c);
    if (key instanceof Response) return key;
    if (!key.ok) return answer(c, key);
    if (key.value.isRevoked) return refuseAs(c, 'REVOKED_KEY');
    call.app.keyUses.note(key.value);
    const onBehalfOf = headerOf(c, 'x-ripllo-on-behalf-of');
    if (onBehalfOf !== undefined && !key.value.scopes.has('platform:admin')) {
      return refuseAs(c, 'FORBIDDEN_ONBEHALF');
    }
    const caller = await actFor(call, key.value, onBehalfOf);
    if (!caller.ok) return answer(c, caller);
    return refuseTo(c, caller.value, admission) ?? next();
  };
}

async function findKey(c: CallContext): Promise<Response | Outcome<KnownKey>> {
  const header = headerOf(c, 'authorization');
  if (!isRiplloAuthorization(header)) return findBearer(c);
  const authorization = readRiplloAuthorization(header);
  if (authorization === null) return refuse(c, { code: 'AUTH_REQUIRED' });
  const timestamp = headerOf(c, 'x-ripllo-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return refuseAs(c, 'INVALID_TIMESTAMP');
  const { app } = c.get('call');
  const key = await app.directory.findSignedKey(authorization.keyId);
  if (key === undefined) return refuse(c, { code: 'INVALID_API_KEY' });
  const parts = {
    method: c.req.method,
    path: new URL(c.req.url).pathname,
    timestamp,
    body: new Uint8Array(await c.req.arrayBuffer()),
    idempotencyKey: headerOf(c, 'idempotency-key'),
  };
  if (!fitsRiplloSignature(openSigningSecret(app, key), parts, authorization.signature)) {
    return refuse(c, { code: 'BAD_SIGNATURE' });
  }
  const skew = Math.abs(app.now() / 1000 - Number(timestamp));
  return skew > toleranceSeconds ? refuse(c, { code: 'CLOCK_SKEW' }) : done(key);
}

function refuseAs(c: CallContext, code: keyof typeof ownErrors): Response {
  const { status, message } = ownErrors[code];
  const call = c.get('call');
  return send(call, { status, body: write(call, null, { code, message }, {}) });
}
