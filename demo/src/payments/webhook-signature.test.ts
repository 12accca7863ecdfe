import { describe, expect, it } from 'vitest';
import { isSignedWebhook, signWebhook } from './webhook-signature.js';

const secret = 'shared-with-the-gateway';
const body = '{"type":"payment.settled","orderId":"TK-1"}';
const now = Date.parse('2026-11-21T05:00:00Z');
const header = signWebhook(secret, body, now);

describe('a webhook’s signature', () => {
  it('holds for its own body, secret and time, five minutes either way', () => {
    expect(isSignedWebhook(secret, { body, header }, now)).toBe(true);
    expect(isSignedWebhook(secret, { body, header }, now + 300_000)).toBe(true);
    expect(isSignedWebhook(secret, { body, header }, now - 300_000)).toBe(true);
  });

  it('does not hold for another body, another secret or another time', () => {
    expect(isSignedWebhook(secret, { body: body.replace('1', '2'), header }, now)).toBe(false);
    expect(isSignedWebhook('another', { body, header }, now)).toBe(false);
    expect(isSignedWebhook(secret, { body, header }, now + 302_000)).toBe(false);
    const moved = header.replace(/^t=\d+/, `t=${now / 1000 + 600}`);
    expect(isSignedWebhook(secret, { body, header: moved }, now + 600_000)).toBe(false);
  });

  it.each([undefined, '', 'v1=abc', 't=1,v1=', `t=1,v1=${'0'.repeat(63)}`, `${header},v1=00`])(
    'is not %j',
    (odd) => {
      expect(isSignedWebhook(secret, { body, header: odd }, now)).toBe(false);
    },
  );
});
