import { expect, it } from 'vitest';
import { localeList } from './locale-list.js';

it.each([
  ['id-id', ['id-ID', 'en']],
  ['tlh', ['tlh', 'en']],
  ['en', ['en']],
  ['en_US', ['en']],
  ['', ['en']],
])(
  'asks for "%s" with English behind it, so that the language of the machine never shows',
  (locale, list) => {
    expect(localeList(locale)).toEqual(list);
  },
);
