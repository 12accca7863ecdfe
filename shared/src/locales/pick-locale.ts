/** The languages that ship. */
export const locales = ['en', 'id'] as const;

/** A language that ships. */
export type Locale = (typeof locales)[number];

/**
 * The language to answer in, of an `Accept-Language` header or a plain tag such as `id-ID`: the highest `q` that ships, ties as
 * given; `en` by default. Source: RFC 9110, section 12.5.4; RFC 4647 lookup.
 */
export function pickLocale(acceptLanguage: string | null | undefined): Locale {
  let best: Locale = 'en';
  let bestQuality = 0;
  for (const entry of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const language = findLocale(tag.split(/[-_]/)[0] ?? '');
    const quality = qualityOf(parameters);
    if (language !== undefined && quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}

/** Old Java and Android say `in` for Indonesian. */
function findLocale(language: string): Locale | undefined {
  return locales.find((locale) => locale === (language === 'in' ? 'id' : language));
}

function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
}
