import { describe, expect, it } from 'vitest';
import { localDay, shiftDay } from './local-day.js';

describe('localDay', () => {
  it.each([
    ['2026-11-20T17:00:00.000Z', 'Asia/Jakarta', '2026-11-21'],
    ['2026-11-20T16:59:59.999Z', 'Asia/Jakarta', '2026-11-20'],
    ['2026-11-21T00:00:00.000Z', 'UTC', '2026-11-21'],
    ['2026-11-21T09:59:59.999Z', 'Pacific/Kiritimati', '2026-11-21'],
    ['2026-11-21T10:00:00.000Z', 'Pacific/Kiritimati', '2026-11-22'],
    ['2026-11-21T10:59:59.999Z', 'Pacific/Pago_Pago', '2026-11-20'],
    ['2026-03-29T22:30:00.000Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-10-25T22:30:00.000Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-11-21T18:14:59.999Z', 'Asia/Kathmandu', '2026-11-21'],
    ['2026-11-21T18:15:00.000Z', 'Asia/Kathmandu', '2026-11-22'],
  ])('%s in %s is %s', (at, zone, day) => {
    expect(localDay(Date.parse(at), zone)).toBe(day);
  });

  it('agrees with the calendar of the zone at every hour of two years, in any order', () => {
    for (const timeZone of ['America/St_Johns', 'Asia/Jakarta', 'Australia/Lord_Howe']) {
      const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
      for (let hour = 0; hour < 2 * 365 * 24; hour += 29) {
        const at = Date.UTC(2025, 0, 1, (hour * 5_003) % (2 * 365 * 24));
        expect(localDay(at, timeZone)).toBe(format.format(at));
      }
    }
  });
});

describe('shiftDay', () => {
  it('crosses months and leap days', () => {
    expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29');
    expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31');
  });
});
