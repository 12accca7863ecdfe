/** The locales to ask `Intl` for: the tag with English behind it, English alone when the tag is malformed; never the engine's own. */
export function localeList(locale: string): string[] {
  try {
    return Intl.getCanonicalLocales([locale, 'en']);
  } catch {
    return ['en'];
  }
}
