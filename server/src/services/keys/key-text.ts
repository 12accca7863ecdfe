import { crc32 } from 'node:zlib';
import { hash } from 'node:crypto';

/** What a key's text says without a read. */
export interface KeyText {
  readonly kind: 'bearer' | 'publishable';
  /** SHA-256 of the whole text, hex: how it is stored and found. */
  readonly secretHash: string;
}

const secretBytes = 20;
const checkCharacters = 7;
// Crockford's base 32: no I, L, O, U.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const shape = new RegExp(`^(sk|pk)_(?:test|live)_[${alphabet}]{${(secretBytes * 8) / 5 + checkCharacters}}$`);

/** The text of a new key: prefix, 160 random bits and 32 bits that check all of it. */
export function makeKeyText(
  kind: KeyText['kind'],
  test: boolean,
  randomBytes: (count: number) => Uint8Array,
): string {
  const prefix = `${kind === 'bearer' ? 'sk' : 'pk'}_${test ? 'test' : 'live'}_`;
  const body = prefix + toBase32(randomBytes(secretBytes));
  return body + checkOf(body);
}

/** Reads a key's text; null where it can't be one of ours, a typo included, without asking the database. */
export function readKeyText(text: string): KeyText | null {
  if (!shape.test(text)) return null;
  const split = text.length - checkCharacters;
  if (checkOf(text.slice(0, split)) !== text.slice(split)) return null;
  return { kind: text.startsWith('sk_') ? 'bearer' : 'publishable', secretHash: hashKeyText(text) };
}

/** SHA-256, hex. */
export function hashKeyText(text: string): string {
  return hash('sha256', text, 'hex');
}

/** What may be shown of a key. */
export function keyIdOf(text: string): string {
  return text.slice(0, 'sk_live_'.length + 6);
}

/** Five bits a character, first bits first. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
}

function checkOf(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return toBase32(bytes);
}
