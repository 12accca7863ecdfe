import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { keyIdOf, makeKeyText, readKeyText, toBase32 } from './key-text.js';

it('reads back what it made, by kind', () => {
  expect(readKeyText(makeKeyText('bearer', false, randomBytes))?.kind).toBe('bearer');
  expect(readKeyText(makeKeyText('publishable', true, randomBytes))?.kind).toBe('publishable');
});

it('names environment and kind in the prefix', () => {
  expect(makeKeyText('bearer', false, randomBytes)).toMatch(/^sk_live_[0-9a-z]{39}$/);
  expect(makeKeyText('publishable', true, randomBytes)).toMatch(/^pk_test_[0-9a-z]{39}$/);
});

it('refuses every single changed character', () => {
  const key = makeKeyText('bearer', false, randomBytes);
  for (let at = 0; at < key.length; at += 1) {
    const other = key[at] === 'x' ? 'y' : 'x';
    expect(readKeyText(key.slice(0, at) + other + key.slice(at + 1))).toBeNull();
  }
});

it('refuses neighbours that changed places', () => {
  const key = makeKeyText('bearer', false, randomBytes);
  for (let at = 0; at < key.length - 1; at += 1) {
    if (key[at] === key[at + 1]) continue;
    const swapped = key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2);
    expect(readKeyText(swapped)).toBeNull();
  }
});

it('shows six characters of the secret and no more', () => {
  const key = makeKeyText('bearer', false, randomBytes);
  expect(keyIdOf(key)).toBe(key.slice(0, 14));
});

it('writes base 32 as RFC 4648 groups bits, in the alphabet of Crockford', () => {
  expect(toBase32(Buffer.from('foobar'))).toBe('csqpyrk1e8');
  expect(toBase32(new Uint8Array(20).fill(255))).toBe('z'.repeat(32));
});
