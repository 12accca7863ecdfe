import { createHmac, timingSafeEqual } from 'node:crypto';

/** `base64url(JSON payload).base64url(HMAC-SHA256)`, the signature over `prefix` and the first part. */
export function signToken(key: Uint8Array, prefix: string, payload: object): string {
  const body = `${prefix}${Buffer.from(JSON.stringify(payload), 'utf8').toString('base64url')}`;
  return `${body}.${macOf(key, body).toString('base64url')}`;
}

/** The payload of a token that was signed with `key`, or null. */
export function openToken(key: Uint8Array, prefix: string, token: string): unknown {
  const [body = '', mac = '', ...rest] = token.split('.');
  if (rest.length > 0 || !body.startsWith(prefix)) return null;
  const given = Buffer.from(mac, 'base64url');
  const expected = macOf(key, body);
  // Decoding passes over what is no base64url: a token would have many spellings.
  if (given.toString('base64url') !== mac) return null;
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    return JSON.parse(Buffer.from(body.slice(prefix.length), 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function macOf(key: Uint8Array, body: string): Buffer {
  return createHmac('sha256', key).update(body).digest();
}
