import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from './read-json.js';

const codesOf = (text: string) => {
  const read = readJson(text);
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
};

it('reads every JSON value that JSON.stringify writes', () => {
  const names = fc
    .string({ unit: 'grapheme' })
    .filter((name) => name !== '__proto__' && !name.includes('\0'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, tie('leaf'), fc.array(tie('value')), fc.dictionary(names, tie('value'))),
    leaf: fc.oneof(
      names,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (given, indent) => {
      const text = JSON.stringify(given, null, indent);
      expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

it.each([
  ['', 'invalid_json'],
  ['{"a":1', 'invalid_json'],
  ['{a:1}', 'invalid_json'],
  ['{"a":1,"a":2}', 'duplicate_name'],
  ['{"x":[{"a":{"b":1,"b":1}}]}', 'duplicate_name'],
  [String.raw`{"a\"":1,"a\"":2}`, 'duplicate_name'],
  [String.raw`{"\u0061":1,"a":2}`, 'duplicate_name'],
  ['{"__proto__":{"isAdmin":true}}', 'forbidden_name'],
  ['{"a":{"__proto__":1}}', 'forbidden_name a'],
  [String.raw`{"code":"A\ud800"}`, 'invalid_string code'],
  [String.raw`{"a":["x","\u0000"]}`, 'invalid_string a.1'],
  [`${'['.repeat(21)}${']'.repeat(21)}`, 'too_deep'],
  [`${'{"a":'.repeat(21)}1${'}'.repeat(21)}`, 'too_deep'],
])('refuses %s', (text, fault) => {
  expect(codesOf(text)).toEqual([fault]);
});

it.each([
  ['a colon in a string', '{"a":"b:c","d":":"}'],
  ['escaped quotes', String.raw`{"a":"\"b\":","c\\":"\\"}`],
  ['the same name in two objects', '{"a":{"b":1},"c":{"b":1}}'],
  ['20 levels', `${'['.repeat(20)}${']'.repeat(20)}`],
  ['a pair of surrogates', String.raw`{"a":"\ud83d\ude00"}`],
])('takes %s', (_, text) => {
  expect(codesOf(text)).toEqual([]);
});
