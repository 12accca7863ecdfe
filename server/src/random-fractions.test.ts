import { expect, it } from 'vitest';
import { createRandomFractions } from './random-fractions.js';

it('hands every byte out once, and draws anew after the last', () => {
  let draws = 0;
  const next = createRandomFractions((count) => {
    draws += 1;
    return Uint8Array.from({ length: count }, (_, place) => (place + draws) % 256);
  });
  const given = Array.from({ length: 4_097 }, next);
  expect(draws).toBe(2);
  expect(given.slice(0, 256).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 256 }, (_, byte) => byte / 256),
  );
  expect(given.at(-1)).toBe(2 / 256);
});
