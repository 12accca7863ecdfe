/** One look of the elements, shown by a page of the gallery. */
export interface Theme {
  /** Of its page and of its style sheet. */
  readonly id: string;
  readonly title: string;
  /** What the look is made of. */
  readonly note: string;
  /** Default `en`. */
  readonly lang?: string;
  /** Default `ltr`. */
  readonly dir?: 'rtl';
  /** Whether the elements leave out their own look. */
  readonly unstyled?: true;
  /** A script of the gallery with the words of its language. */
  readonly words?: string;
}

/** Every look of the gallery, in the order of the theming guide. */
export const themes: readonly Theme[] = [
  {
    id: 'default',
    title: 'Default',
    note: 'Nothing is set: font, text colour and colour scheme are the page’s. The sheet only keeps the elements’ place.',
  },
  {
    id: 'minimal',
    title: 'Minimal',
    note: 'Three custom properties and two parts: lines in place of boxes.',
  },
  {
    id: 'dark',
    title: 'Dark',
    note: 'The page is dark; the elements follow by themselves. One custom property, for the button.',
  },
  {
    id: 'brand',
    title: 'Brand',
    note: 'A shop’s own colours, corners and letters through custom properties, its buttons and codes through parts.',
  },
  {
    id: 'rtl',
    title: 'Right to left',
    note: 'lang="ar" and dir="rtl" on the page and a table of Arabic words; nothing else.',
    lang: 'ar',
    dir: 'rtl',
    words: 'words-ar.js',
  },
  {
    id: 'contrast',
    title: 'Forced colours',
    note: 'With the system’s contrast theme every colour is the system’s. Nothing needs to be set; this sheet shows what may be.',
  },
  {
    id: 'unstyled',
    title: 'Unstyled',
    note: 'The attribute unstyled leaves out the elements’ own look; everything seen here is this sheet.',
    unstyled: true,
  },
];
