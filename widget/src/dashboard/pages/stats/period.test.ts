import { describe, expect, it } from 'vitest';
import { lastMonths, spanOf } from './period.js';

describe('spanOf', () => {
  it('counts the last day among the days of a period', () => {
    expect(spanOf('30d', '2026-11-21')).toEqual({ from: '2026-10-23', to: '2026-11-21' });
    expect(spanOf('90d', '2026-03-05')).toEqual({ from: '2025-12-06', to: '2026-03-05' });
    expect(spanOf('12m', '2026-11-21')).toEqual({ from: '2025-11-22', to: '2026-11-21' });
  });
});

describe('lastMonths', () => {
  it('goes back over the turn of the year, from the last day of a long month too', () => {
    expect(lastMonths('2026-03-31', 6)).toEqual([
      '2026-03',
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
      '2025-10',
    ]);
  });
});
