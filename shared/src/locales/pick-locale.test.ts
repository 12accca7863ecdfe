import { expect, it } from 'vitest';
import { pickLocale } from './pick-locale.js';

it.each([
  [undefined, 'en'],
  [null, 'en'],
  ['', 'en'],
  ['id', 'id'],
  ['id-ID,id;q=0.9,en-US;q=0.8', 'id'],
  ['en-US,en;q=0.9,id;q=0.8', 'en'],
  ['fr-FR, id;q=0.5, en;q=0.4', 'id'],
  ['en;q=0.3, id;q=0.7', 'id'],
  ['id;q=0, fr', 'en'],
  ['in-ID', 'id'],
  ['ID_id', 'id'],
  ['*', 'en'],
  ['fr', 'en'],
  ['id;q=x, en;q=0.1', 'en'],
  ['constructor, id', 'id'],
  [';;,,;q=', 'en'],
])('%j is answered in %s', (header, locale) => {
  expect(pickLocale(header)).toBe(locale);
});
