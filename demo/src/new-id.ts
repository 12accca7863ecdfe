import { randomBytes } from 'node:crypto';

/** Letters and digits that cannot be taken for one another when read out. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `TK-` and eight characters that a shopper can read out; one in 6.5 × 10^11. */
export function newOrderId(): string {
  const picked = Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length]);
  return `TK-${picked.join('')}`;
}

/** A prefix and 128 random bits in hex, for what is never read out. */
export function newSecretId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}
