import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret.js';

const context = { key: randomBytes(32), owner: 'AKIA1' };

it('opens what it sealed, and hides it', () => {
  const sealed = sealSecret('canary-secret', context, randomBytes);
  expect(sealed).not.toContain('canary');
  expect(openSecret(sealed, context)).toBe('canary-secret');
});

it.each([
  ['another key', { ...context, key: randomBytes(32) }],
  ['another owner', { ...context, owner: 'AKIA2' }],
])('does not open under %s', (_, other) => {
  const sealed = sealSecret('canary-secret', context, randomBytes);
  expect(() => openSecret(sealed, other)).toThrow();
});

it('does not open once a byte was changed', () => {
  const sealed = Buffer.from(sealSecret('canary-secret', context, randomBytes), 'base64url');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openSecret(changed.toString('base64url'), context)).toThrow();
  }
});
