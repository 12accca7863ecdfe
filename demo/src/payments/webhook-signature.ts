import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries the signature: `t=<epoch seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`. */
export const signatureHeader = 'payment-signature';

/** How old a signature may be, seconds. */
const toleranceSeconds = 300;

/** Signs a webhook's body at a moment (epoch ms). */
export function signWebhook(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${hmac(secret, seconds, body).toString('hex')}`;
}

/** Whether `header` signs `body` with `secret`, not more than five minutes away from `now` (epoch ms). */
export function isSignedWebhook(
  secret: string,
  signed: { readonly body: string; readonly header: string | undefined },
  now: number,
): boolean {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signed.header ?? '');
  if (parts?.[1] === undefined || parts[2] === undefined) return false;
  const seconds = Number(parts[1]);
  if (Math.abs(now / 1000 - seconds) > toleranceSeconds) return false;
  return timingSafeEqual(hmac(secret, seconds, signed.body), Buffer.from(parts[2], 'hex'));
}

function hmac(secret: string, seconds: number, body: string): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
}
