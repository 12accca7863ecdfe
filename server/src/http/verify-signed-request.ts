import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AppDeps } from '../app-deps.js';
import type { KnownKey } from '../services/keys/known-key.js';
import { openSigningSecret } from '../services/keys/signing-secret.js';
import { done, refused, type Outcome } from '../services/outcome.js';
import { rememberNonce } from '../services/remember-nonce.js';
import type { CallContext } from './call.js';
import { coversEnough, readSignatureInput } from './signature-input.js';
import { headerOf } from './header-of.js';

const toleranceSeconds = 300;

/** Whether a request says that it is signed. */
export function isSigned(c: CallContext): boolean {
  return headerOf(c, 'signature-input') !== undefined;
}

/**
 * The key that signed a request: RFC 9421 with `hmac-sha256` over `@method`, `@target-uri` (or `@path` and `@query`) and, where
 * there are any, `content-digest` of the body (RFC 9530) and `hemat-on-behalf-of`; `created` within 300 seconds and a `nonce` that is new.
 */
export async function verifySignedRequest(c: CallContext): Promise<Outcome<KnownKey>> {
  const { app } = c.get('call');
  const bad = refused({ code: 'BAD_SIGNATURE' });
  const input = readSignatureInput(headerOf(c, 'signature-input') ?? '');
  if (input === null) return bad;
  const body = Buffer.from(await c.req.arrayBuffer());
  const request = {
    query: c.req.url.includes('?'),
    body: body.length > 0,
    onBehalfOf: headerOf(c, 'hemat-on-behalf-of') !== undefined,
  };
  if (!coversEnough(input, request) || !fitsDigest(c, body)) return bad;
  const key = await app.directory.findSignedKey(input.keyId);
  if (key === undefined || !(await isSignedWith(c, key))) return bad;
  if (Math.abs(app.now() / 1000 - input.created) > toleranceSeconds) return refused({ code: 'CLOCK_SKEW' });
  const expiresAt = (input.created + 2 * toleranceSeconds) * 1000;
  const isNew = await rememberNonce(app, { key, nonce: input.nonce, expiresAt });
  return isNew ? done(key) : refused({ code: 'REPLAYED_REQUEST' });
}

async function isSignedWith(c: CallContext, key: KnownKey): Promise<boolean> {
  const { app } = c.get('call');
  const secret = openSigningSecret(app, key);
  const verifying = {
    id: key.keyId,
    algs: ['hmac-sha256'],
    verify: async (data: Buffer, signature: Buffer) => isHmac(secret, data, signature),
  };
  const message = {
    method: c.req.method,
    url: targetUri(c, app),
    headers: Object.fromEntries(c.req.raw.headers),
  };
  // Loaded with the first signed request.
  const { httpbis } = await import('http-message-signatures');
  try {
    const config = { keyLookup: async () => verifying, notAfter: Number.MAX_SAFE_INTEGER };
    return (await httpbis.verifyMessage(config, message)) === true;
  } catch {
    // The library throws on headers that it can't make a signature of.
    return false;
  }
}

/** What the client asked for, as it knows the service: the public address where one is set. */
function targetUri(c: CallContext, app: AppDeps): string {
  const { publicUrl } = app.settings;
  if (publicUrl === null) return c.req.url;
  const { pathname, search } = new URL(c.req.url);
  return `${publicUrl}${pathname}${search}`;
}

function isHmac(secret: string, data: Buffer, signature: Buffer): boolean {
  const expected = createHmac('sha256', secret).update(data).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

/** Where a digest is given it must fit the body, in each algorithm it names. */
function fitsDigest(c: CallContext, body: Buffer): boolean {
  const header = headerOf(c, 'content-digest');
  if (header === undefined) return body.length === 0;
  const digests = [...header.matchAll(/(sha-256|sha-512)=:([A-Za-z0-9+/=]+):/g)];
  const fits = ([, algorithm = '', digest]: RegExpExecArray) =>
    createHash(algorithm.replace('-', '')).update(body).digest('base64') === digest;
  return digests.length > 0 && digests.every(fits);
}
