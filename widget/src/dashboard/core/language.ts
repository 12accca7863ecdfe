import { pickLocale, type Locale } from '@hemat/shared';

/** The languages the dashboard speaks. */
export type Language = Locale;

const key = 'hemat-language';

/** The language chosen before, else the browser's, else English. */
export function startLanguage(): Language {
  return pickLocale(localStorage.getItem(key) ?? navigator.language);
}

/** Keeps a choice for the next visit and tells the document. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
}
