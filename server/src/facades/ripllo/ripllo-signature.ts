import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a Ripllo `Authorization` header says. */
export interface RiplloAuthorization {
  readonly keyId: string;
  /** Hex. */
  readonly signature: string;
}

/** A request as it was signed. */
export interface SignedParts {
  readonly method: string;
  /** As sent, escapes kept, without the query. */
  readonly path: string;
  /** Seconds since the epoch, as sent. */
  readonly timestamp: string;
  readonly body: Uint8Array;
  readonly idempotencyKey: string | undefined;
}

const scheme = 'Ripllo-HMAC-SHA256';
const form =
  /^Ripllo-HMAC-SHA256 +keyId=([A-Za-z0-9_-]{1,80}) *, *scope=[^, ]{1,80} *, *signature=([0-9a-fA-F]{64})$/;

/** Whether a header is of Ripllo's scheme, well-formed or not. */
export function isRiplloAuthorization(header: string | undefined): header is string {
  return header?.startsWith(scheme) ?? false;
}

/** Reads the header; null where it is not well-formed. */
export function readRiplloAuthorization(header: string): RiplloAuthorization | null {
  const [, keyId, signature] = form.exec(header.trim()) ?? [];
  return keyId === undefined || signature === undefined ? null : { keyId, signature };
}

/**
 * Whether `signature` fits the request: HMAC-SHA256 over method, path, timestamp, the body's hash and, where one was sent, the
 * idempotency key, a line each. Older clients sign the body `{}` as an empty one.
 */
export function fitsRiplloSignature(secret: string, parts: SignedParts, signature: string): boolean {
  const given = Buffer.from(signature, 'hex');
  const isEmptyObject = parts.body.length === 2 && Buffer.from(parts.body).toString() === '{}';
  const bodies = isEmptyObject ? [parts.body, new Uint8Array()] : [parts.body];
  return bodies.some((body) => timingSafeEqual(given, riplloSignature(secret, { ...parts, body })));
}

function riplloSignature(secret: string, parts: SignedParts): Buffer {
  const { method, path, timestamp, body, idempotencyKey } = parts;
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const lines = [
    method,
    path,
    timestamp,
    bodyHash,
    ...(idempotencyKey === undefined ? [] : [idempotencyKey]),
  ];
  return createHmac('sha256', secret).update(lines.join('\n')).digest();
}
