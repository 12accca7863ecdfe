import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signCustomerToken } from './sign-customer-token.js';

const secretKey = 'sk_test_customer_tokens';

function open(token: string) {
  const [body = '', mac = ''] = token.split('.');
  const claim: unknown = JSON.parse(Buffer.from(body.slice('ct_'.length), 'base64url').toString());
  return { body, mac, claim };
}

describe('signCustomerToken', () => {
  it('signs the claim with the hash of the secret key', async () => {
    const { body, mac } = open(await signCustomerToken(secretKey, 'cus_1'));
    const key = createHash('sha256').update(secretKey).digest();
    expect(body).toMatch(/^ct_[A-Za-z0-9_-]+$/);
    expect(mac).toBe(createHmac('sha256', key).update(body).digest('base64url'));
  });

  it('names the customer in any script, and when it runs out', async () => {
    const before = Date.now();
    const { claim } = open(await signCustomerToken(secretKey, 'pelanggan-ꦗꦮ-☕', { expiresInSeconds: 60 }));
    expect(claim).toEqual({ customerId: 'pelanggan-ꦗꦮ-☕', expiresAt: expect.any(String) });
    const { expiresAt } = claim as { expiresAt: string };
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(60_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
  });

  it('says whether the customer is new only when it is told', async () => {
    const { claim } = open(await signCustomerToken(secretKey, 'cus_1', { isNew: false }));
    expect(claim).toMatchObject({ isNew: false });
  });
});
