import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fitsRiplloSignature, readRiplloAuthorization } from './ripllo-signature.js';

const secret = 'secret_test_xyz';
const bytes = (text: string) => new TextEncoder().encode(text);

/** The vectors of the notes on the wire contracts. */
const vectors = [
  {
    name: 'a GET, its query left out',
    parts: { method: 'GET', path: '/api/v1/discount-codes', body: bytes(''), idempotencyKey: undefined },
    signature: 'bfdb925164598c43571814ed122a908ac92aa5f33ef81a21e7a03aa08521f009',
  },
  {
    name: 'a POST with an idempotency key',
    parts: {
      method: 'POST',
      path: '/api/v1/discount-codes',
      body: bytes('{"code":"SPRING10","type":"percent","value":10,"currency":"IDR","public":false}'),
      idempotencyKey: 'idem_00000000-0000-4000-8000-000000000000',
    },
    signature: 'b7db565f908aaf90d6e401d2bd533e2270c8c3bbde4511bed9abe755ba91b960',
  },
  {
    name: 'a POST of {}',
    parts: {
      method: 'POST',
      path: '/api/v1/api-keys/ak_1/revoke',
      body: bytes('{}'),
      idempotencyKey: undefined,
    },
    signature: 'c1bf0b9383bf08caf9cb1dbbea83cbda73af46082daef207c1706c7f692a2c8a',
  },
].map(({ parts, ...rest }) => ({ ...rest, parts: { ...parts, timestamp: '1750000000' } }));

describe('the signature of a Ripllo client', () => {
  it.each(vectors)('fits $name', ({ parts, signature }) => {
    expect(fitsRiplloSignature(secret, parts, signature)).toBe(true);
  });

  it.each(vectors)('fits no other secret, path or time: $name', ({ parts, signature }) => {
    expect(fitsRiplloSignature('another', parts, signature)).toBe(false);
    expect(fitsRiplloSignature(secret, { ...parts, path: `${parts.path}/` }, signature)).toBe(false);
    expect(fitsRiplloSignature(secret, { ...parts, timestamp: '1750000001' }, signature)).toBe(false);
  });

  it('takes {} that an older client signed as an empty body', () => {
    const [{ parts } = { parts: undefined }] = vectors.slice(2);
    if (parts === undefined) throw new Error('the vector is gone');
    const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const text = ['POST', parts.path, parts.timestamp, emptyHash].join('\n');
    expect(fitsRiplloSignature(secret, parts, hmac(text))).toBe(true);
    expect(fitsRiplloSignature(secret, { ...parts, body: bytes('[]') }, hmac(text))).toBe(false);
  });
});

describe('the header of a Ripllo client', () => {
  it('gives its key and signature', () => {
    const signature = 'ab'.repeat(32);
    expect(
      readRiplloAuthorization(`Ripllo-HMAC-SHA256 keyId=AKIARPLO1, scope=*, signature=${signature}`),
    ).toEqual({
      keyId: 'AKIARPLO1',
      signature,
    });
  });

  it.each(['Ripllo-HMAC-SHA256', 'Ripllo-HMAC-SHA256 keyId=A, scope=*, signature=xyz', 'Bearer sk_live_1'])(
    'is refused where it is not whole: %s',
    (header) => {
      expect(readRiplloAuthorization(header)).toBeNull();
    },
  );
});

function hmac(text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
