import { createCipheriv, createDecipheriv } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** What is sealed may only be opened under the same key and for the same owner. */
export interface SealContext {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Bound to what is sealed, so that a row can't be given another's secret. */
  readonly owner: string;
}

/** Seals a secret that must be read back: AES-256-GCM, base64url of nonce, tag and text. */
export function sealSecret(
  secret: string,
  { key, owner }: SealContext,
  randomBytes: (count: number) => Uint8Array,
): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(owner, 'utf8'));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** Opens what `sealSecret` made; throws where key, owner or text were changed. */
export function openSecret(sealed: string, { key, owner }: SealContext): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(owner, 'utf8'));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  return text.toString('utf8');
}
