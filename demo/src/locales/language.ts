/** The languages of the shop; the first is the default. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language of the shop. */
export type Localized = Readonly<Record<Language, string>>;

/** Whether a tag names a language of the shop. */
export function isLanguage(tag: string | undefined): tag is Language {
  return languages.some((language) => language === tag);
}

/** The BCP 47 tag for numbers and dates. */
export const localeOf = { id: 'id-ID', en: 'en' } as const satisfies Record<Language, string>;
