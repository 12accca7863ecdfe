const dayMs = 86_400_000;

/**
 * The first moment after a calendar day in an IANA time zone, epoch ms: what `validThrough` means as an exclusive end. Sound
 * where midnight is skipped, comes twice or the day itself does not exist there. `day` is `YYYY-MM-DD`; throws a
 * `RangeError` for a day that is not in the calendar and for an unknown zone. Source: the IANA tz database of the running
 * engine; docs/decisions/0015-calendar-days.md.
 */
export function validThroughToInstant(day: string, timeZone: string): number {
  const midnight = parseDay(day) + dayMs;
  const early = midnight - dayMs;
  const late = midnight + dayMs;
  const before = offsetAt(early, timeZone);
  const after = offsetAt(late, timeZone);
  const byLateOffset = midnight - after;
  if (before === after || offsetAt(byLateOffset - 1, timeZone) === after) return byLateOffset;
  const byEarlyOffset = midnight - before;
  if (offsetAt(byEarlyOffset - 1, timeZone) === before) return byEarlyOffset;
  return findChange(early, late, timeZone);
}

function parseDay(day: string): number {
  const parsed = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== day) {
    throw new RangeError('not a calendar day');
  }
  return parsed;
}

/** How far the zone's clocks are ahead of UTC at a moment, ms. */
function offsetAt(epochMs: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = 0] = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  if (sign === undefined) return 0;
  const ahead = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ahead : ahead;
}

/** The first moment after `early` at which the zone's offset is that of `late`. */
function findChange(early: number, late: number, timeZone: string): number {
  const after = offsetAt(late, timeZone);
  let same = early;
  let changed = late;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(middle, timeZone) === after) changed = middle;
    else same = middle;
  }
  return changed;
}
