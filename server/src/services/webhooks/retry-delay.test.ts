import { expect, it } from 'vitest';
import { retryDelay } from './retry-delay.js';

const hour = 3_600_000;
const total = (random: number) => {
  let sum = 0;
  let attempts = 1;
  for (let delay = retryDelay(attempts, random); delay !== null; delay = retryDelay(attempts, random)) {
    sum += delay;
    attempts += 1;
  }
  return { attempts, hours: sum / hour };
};

it('makes ten attempts over 75 hours', () => {
  expect(total(0)).toEqual({ attempts: 10, hours: expect.closeTo(75.585, 2) });
});

it('is late by a tenth at most', () => {
  expect(total(1).hours / total(0).hours).toBeCloseTo(1.1, 6);
  expect(retryDelay(1, 0)).toBe(5_000);
  expect(retryDelay(1, 1)).toBe(5_500);
  expect(retryDelay(10, 0)).toBeNull();
});
