/**
 * The locales to ask `Intl` for: the tag with English behind it, so that the engine's own language never shows; English alone
 * when the tag is malformed.
 */
export function localeList(locale: string): string[] {
  try {
    return Intl.getCanonicalLocales([locale, 'en']);
  } catch {
    return ['en'];
  }
}
