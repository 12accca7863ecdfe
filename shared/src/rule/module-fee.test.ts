import { expect, it } from 'vitest';
import { moduleFee } from './module-fee.js';

it.each([
  [225_000, 30, 675],
  [166, 30, 0],
  [167, 30, 1],
  [0, 30, 0],
  [2 * 10 ** 12, 30, 6 * 10 ** 9],
  [1_999_999_999_999, 10_000, 1_999_999_999_999],
])('of %d at %d basis points is %d, half up', (netTotal, basisPoints, fee) => {
  expect(moduleFee(netTotal, basisPoints)).toBe(fee);
});
