import type { Language } from '../core/language.js';

const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', id: 'id-ID' };

/** A day such as `5 Mar 2026`, in an IANA zone. */
export function formatDay(instant: string | number, language: Language, timeZone: string): string {
  const options = { dateStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat(localeOf[language], options).format(new Date(instant));
}

/** A month such as `March 2026`, of `YYYY-MM`. */
export function formatMonth(month: string, language: Language): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf[language], options).format(Date.parse(`${month}-01`));
}

/** A moment such as `5 Mar 2026, 14:30`, in an IANA zone. */
export function formatMoment(instant: string | number, language: Language, timeZone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(localeOf[language], options).format(new Date(instant));
}

/** A number with its thousands parted. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf[language]).format(value);
}

/** A percentage such as `12.5%`. */
export function formatPercent(percent: number, language: Language): string {
  const options = { style: 'percent', maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(localeOf[language], options).format(percent / 100);
}
