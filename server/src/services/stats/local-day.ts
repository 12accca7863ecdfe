import { validThroughToInstant } from '@hemat/shared';

interface Day {
  readonly name: string;
  /** Epoch ms. */
  readonly begins: number;
  readonly ends: number;
}

/** The day that was asked for last, a zone. */
const known = new Map<string, Day>();
const mostZones = 600;

/** The calendar day of a moment (epoch ms) in an IANA zone, `YYYY-MM-DD`. */
export function localDay(at: number, timeZone: string): string {
  const last = known.get(timeZone);
  if (last !== undefined && at >= last.begins && at < last.ends) return last.name;
  const day = findDay(at, timeZone);
  if (known.size >= mostZones) known.clear();
  known.set(timeZone, day);
  return day.name;
}

/** The day after or before one, by `days`. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A zone is never more than a day from UTC. */
function findDay(at: number, timeZone: string): Day {
  let name = shiftDay(new Date(at).toISOString().slice(0, 10), -1);
  let begins = validThroughToInstant(shiftDay(name, -1), timeZone);
  for (;;) {
    const ends = validThroughToInstant(name, timeZone);
    if (at < ends) return { name, begins, ends };
    begins = ends;
    name = shiftDay(name, 1);
  }
}
