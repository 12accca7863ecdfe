import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { openToken, signToken } from './signed-token.js';

const key = new Uint8Array(32).fill(7);
const payload = { customerId: 'Ünïcode', n: 1 };

it('opens what was signed with the same key and prefix', () => {
  expect(openToken(key, 'q_', signToken(key, 'q_', payload))).toEqual(payload);
});

it('is the documented format: prefix, base64url of the JSON, a dot, base64url of the HMAC of what stands before', () => {
  const body = `ct_${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  const mac = createHmac('sha256', key).update(body).digest('base64url');
  expect(signToken(key, 'ct_', payload)).toBe(`${body}.${mac}`);
});

it('opens nothing else', () => {
  const token = signToken(key, 'q_', payload);
  const [body = '', mac = ''] = token.split('.');
  const other = new Uint8Array(32).fill(8);
  expect(openToken(other, 'q_', token)).toBeNull();
  expect(openToken(key, 'ct_', token)).toBeNull();
  expect(openToken(key, 'ct_', `ct_${token.slice(2)}`)).toBeNull();
  for (const bad of ['', '.', body, `${body}.`, `${body}.${mac.slice(1)}`, `${token}.x`, `x${token}`]) {
    expect(openToken(key, 'q_', bad)).toBeNull();
  }
  // 43 characters of base64url carry two bits more than a signature has.
  const lastBits = `${mac.slice(0, -1)}${String.fromCharCode(mac.charCodeAt(mac.length - 1) + 1)}`;
  for (const spelling of [`${mac}?`, `${mac}=`, ` ${mac}`, `${mac.slice(0, 9)}\n${mac.slice(9)}`, lastBits]) {
    expect(openToken(key, 'q_', `${body}.${spelling}`)).toBeNull();
  }
  const altered = Buffer.from(JSON.stringify({ ...payload, n: 2 })).toString('base64url');
  expect(openToken(key, 'q_', `q_${altered}.${mac}`)).toBeNull();
});
