import { shiftDay } from './local-day.js';

/** A day or a month of a span and the days with figures that lie in it. */
export interface Period<Day> {
  readonly period: string;
  readonly days: readonly Day[];
}

/** Every day or month of a span, oldest first, the empty ones too. */
export function periodsOf<Day extends { readonly day: string }>(
  { from, to }: { readonly from: string; readonly to: string },
  interval: 'day' | 'month',
  days: readonly Day[],
): Period<Day>[] {
  const nameOf = (day: string) => (interval === 'day' ? day : day.slice(0, 'YYYY-MM'.length));
  const periods = new Map<string, Day[]>();
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    if (!periods.has(nameOf(day))) periods.set(nameOf(day), []);
  }
  for (const day of days) periods.get(nameOf(day.day))?.push(day);
  return [...periods].map(([period, ofPeriod]) => ({ period, days: ofPeriod }));
}
