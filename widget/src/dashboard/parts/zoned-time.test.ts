import { validThroughToInstant } from '@hemat/shared';
import { describe, expect, it } from 'vitest';
import { lastDayOf, zonedInstant, zonedText } from './zoned-time.js';

describe('zonedInstant', () => {
  it('is the moment at which the zone’s clock shows the text', () => {
    expect(zonedInstant('2026-03-05T14:30', 'Asia/Jakarta')).toBe(Date.parse('2026-03-05T07:30:00Z'));
    expect(zonedInstant('2026-07-01T00:00', 'America/New_York')).toBe(Date.parse('2026-07-01T04:00:00Z'));
    expect(zonedInstant('2026-01-01T00:00', 'America/New_York')).toBe(Date.parse('2026-01-01T05:00:00Z'));
    expect(zonedInstant('', 'Asia/Jakarta')).toBeNaN();
  });

  it('finds every hour around a change of the clocks that there is', () => {
    for (let at = Date.parse('2026-03-28T00:00Z'); at < Date.parse('2026-03-31T00:00Z'); at += 1_800_000) {
      const text = zonedText(at, 'Europe/Berlin');
      expect(zonedText(zonedInstant(text, 'Europe/Berlin'), 'Europe/Berlin')).toBe(text);
    }
  });
});

describe('lastDayOf', () => {
  it('is the day that an end closes, and nothing for an end within a day', () => {
    const end = validThroughToInstant('2026-06-01', 'Asia/Jakarta');
    expect(lastDayOf(end, 'Asia/Jakarta')).toBe('2026-06-01');
    expect(lastDayOf(end - 1, 'Asia/Jakarta')).toBeNull();
    expect(lastDayOf(end, 'Asia/Makassar')).toBeNull();
  });
});
