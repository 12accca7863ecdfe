import { expect, it } from 'vitest';
import { mixesScripts } from './mixes-scripts.js';

it.each([
  ['SALE', false],
  ['2026-._', false],
  ['\u0421\u041a\u0418\u0414\u041a\u041010', false],
  ['\u0395\u03a5\u03a1\u03a9', false],
  ['\u30bb\u30fc\u30ebSALE', false],
  ['\u0421ALE', true],
  ['SALE\u0391', true],
  ['\u0410\u0391', true],
])('%j mixes look-alike scripts: %s', (code, mixes) => {
  expect(mixesScripts(code)).toBe(mixes);
});
