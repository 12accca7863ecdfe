import { formatMoney } from '@hemat/shared';
import { localeOf } from '../locales/language.js';
import type { Page } from './page.js';

/** Whole rupiah as a person reads it. */
export function rupiah(page: Page, amount: number): string {
  return formatMoney(amount, 'IDR', localeOf[page.language]);
}

const zone = 'Asia/Jakarta';

/** A moment (epoch ms) with its day, in Jakarta. */
export function dateAndTime(page: Page, at: number): string {
  return new Intl.DateTimeFormat(localeOf[page.language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
}

/** The time of day (epoch ms), with seconds, in Jakarta. */
export function timeOfDay(page: Page, at: number): string {
  return new Intl.DateTimeFormat(localeOf[page.language], { timeStyle: 'medium', timeZone: zone }).format(at);
}

/** An order's id where it may not break at its hyphen. */
export function unbroken(orderId: string): string {
  return orderId.replace('-', '\u2011');
}
