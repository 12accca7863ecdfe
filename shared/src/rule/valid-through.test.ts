import { describe, expect, it } from 'vitest';
import { validThroughToInstant } from './valid-through.js';

const minute = 60_000;

function localDay(epochMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const named = Object.fromEntries(parts.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  return `${named.year}-${named.month}-${named.day}`;
}

describe('validThroughToInstant', () => {
  it.each([
    ['2026-06-01', 'Asia/Jakarta', '2026-06-01T17:00:00.000Z', 'no summer time'],
    ['2026-06-01', 'UTC', '2026-06-02T00:00:00.000Z', 'no offset'],
    ['2026-12-31', 'Asia/Kathmandu', '2026-12-31T18:15:00.000Z', 'a quarter of an hour, the end of a year'],
    ['2026-03-07', 'America/New_York', '2026-03-08T05:00:00.000Z', 'the night before clocks go forward'],
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00.000Z', 'a day of 23 hours'],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z', 'a day of 25 hours'],
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 'a midnight that is skipped'],
    [
      '2018-02-17',
      'America/Sao_Paulo',
      '2018-02-18T03:00:00.000Z',
      'an hour before midnight that comes twice',
    ],
    [
      '2025-11-01',
      'America/Havana',
      '2025-11-02T04:00:00.000Z',
      'a midnight that comes twice: the first ends the day',
    ],
    [
      '2006-10-28',
      'America/St_Johns',
      '2006-10-29T03:30:00.000Z',
      'a day that goes on after a minute of the next',
    ],
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'the day before a day that was left out'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'a day that was left out'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-31T10:00:00.000Z', 'the day after it'],
    ['2024-02-29', 'Pacific/Kiritimati', '2024-02-29T10:00:00.000Z', 'a leap day, 14 hours ahead'],
    ['2026-10-03', 'Australia/Lord_Howe', '2026-10-03T13:30:00.000Z', 'half an hour of summer time'],
  ])('ends %s in %s at %s: %s', (day, timeZone, end) => {
    expect(new Date(validThroughToInstant(day, timeZone)).toISOString()).toBe(end);
  });

  it('keeps the day to its last millisecond and nothing of a later one, in every zone of the engine', () => {
    const days = ['2025-03-29', '2025-10-25', '2026-06-01'];
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      for (const day of days) {
        const end = validThroughToInstant(day, timeZone);
        const around = [localDay(end - 1, timeZone), localDay(end, timeZone) > day];
        expect([timeZone, ...around]).toEqual([timeZone, day, true]);
      }
    }
  });

  it('leaves no moment of the day behind it, minute by minute over every change of the clock', () => {
    const changes = [
      ['2006-10-28', 'America/St_Johns'],
      ['2018-11-03', 'America/Sao_Paulo'],
      ['2025-11-01', 'America/Havana'],
      ['2011-12-29', 'Pacific/Apia'],
      ['2026-03-28', 'Africa/Casablanca'],
    ] as const;
    for (const [day, timeZone] of changes) {
      const end = validThroughToInstant(day, timeZone);
      expect(localDay(end - 1, timeZone) <= day).toBe(true);
      for (let moment = end; moment < end + 26 * 60 * minute; moment += minute) {
        if (localDay(moment, timeZone) <= day) expect([timeZone, moment]).toEqual([]);
      }
    }
  });

  it.each(['2026-02-29', '2026-13-01', '2026-6-1', '', '2026-06-01T00:00:00Z', 'tomorrow'])(
    'refuses "%s", which is no calendar day',
    (day) => {
      expect(() => validThroughToInstant(day, 'Asia/Jakarta')).toThrow(RangeError);
    },
  );

  it('refuses an unknown zone', () => {
    expect(() => validThroughToInstant('2026-06-01', 'Mars/Olympus')).toThrow(RangeError);
  });
});
