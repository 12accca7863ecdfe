/** What a customer token says besides the customer. */
export interface CustomerTokenOptions {
  /** From now; default 3600. Keep it near the life of the page it is for. */
  readonly expiresInSeconds?: number;
  /** Whether the customer has no earlier paid order; left out: the service's own ledger decides. */
  readonly isNew?: boolean;
}

/**
 * A token with which a page's elements may ask for a signed-in customer: `ct_` + base64url(JSON claim) + `.` +
 * base64url(HMAC-SHA256 of what stands before the dot), the key being SHA-256 of the secret key. Made on the shop's back end
 * without a request; names nobody else's customer, and holds no secret.
 */
export async function signCustomerToken(
  secretKey: string,
  customerId: string,
  { expiresInSeconds = 3600, isNew }: CustomerTokenOptions = {},
): Promise<string> {
  const expiresAt = new Date(Date.now() + expiresInSeconds * 1000).toISOString();
  const claim = { customerId, ...(isNew !== undefined && { isNew }), expiresAt };
  const body = `ct_${base64url(utf8(JSON.stringify(claim)))}`;
  return `${body}.${base64url(await hmac(secretKey, body))}`;
}

async function hmac(secretKey: string, body: string): Promise<Uint8Array> {
  const hash = await crypto.subtle.digest('SHA-256', utf8(secretKey));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', hash, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(body)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
