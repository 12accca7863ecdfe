import { validThroughToInstant } from '@hemat/shared';

const dayMs = 86_400_000;

/** The clock of an IANA zone at a moment (epoch ms) as `YYYY-MM-DDTHH:MM`. */
export function zonedText(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return format.format(instant).replace(' ', 'T');
}

/** The moment (epoch ms) at which a zone's clock shows `YYYY-MM-DDTHH:MM`; NaN for a text that is none. Of two, the earlier. */
export function zonedInstant(text: string, timeZone: string): number {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return NaN;
  const guess = asUtc - offsetAt(asUtc - dayMs, timeZone);
  return zonedText(guess, timeZone) === text ? guess : asUtc - offsetAt(asUtc + dayMs, timeZone);
}

/** The last calendar day of an exclusive end in a zone, where it ends with the day; null where it ends within one. */
export function lastDayOf(expiresAt: number, timeZone: string): string | null {
  const day = zonedText(expiresAt - 1, timeZone).slice(0, 10);
  return validThroughToInstant(day, timeZone) === expiresAt ? day : null;
}

function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${zonedText(instant, timeZone)}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}
