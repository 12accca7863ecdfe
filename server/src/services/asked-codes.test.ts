import { expect, it } from 'vitest';
import { askedCodes } from './asked-codes.js';

it('takes one code or several, each once, in the order given, as typed', () => {
  expect(askedCodes({ code: ' ten ' })).toEqual([{ typed: ' ten ', key: 'TEN', field: 'code' }]);
  expect(askedCodes({ codes: ['b', 'A', 'ａ', 'B'] })).toEqual([
    { typed: 'b', key: 'B', field: 'codes.0' },
    { typed: 'A', key: 'A', field: 'codes.1' },
  ]);
  expect(askedCodes({ code: null })).toEqual([]);
});

it('keeps strings that cannot be codes apart', () => {
  expect(askedCodes({ codes: ['??', '!!', '??'] })).toEqual([
    { typed: '??', key: null, field: 'codes.0' },
    { typed: '!!', key: null, field: 'codes.1' },
  ]);
});
