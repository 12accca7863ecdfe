import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalCode } from './canonical-code.js';

function keyOf(typed: string): string {
  const canonical = canonicalCode(typed);
  return canonical.ok ? canonical.key : `(${canonical.fault})`;
}

describe('canonicalCode', () => {
  it.each([
    ['welcome10', 'WELCOME10'],
    [' Welcome 10\n', 'WELCOME10'],
    ['\u00a0WEL\u200bCOME\u2060\ufeff10', 'WELCOME10'],
    ['WEL\u00adCOME\u0000', 'WELCOME'],
    ['\uff37\uff25\uff2c\uff11\uff10', 'WEL10'],
    ['stra\u00dfe', 'STRASSE'],
    ['e\u0301t\u00e9', '\u00c9T\u00c9'],
    ['\u0131stanbul', 'ISTANBUL'],
    ['\u017fale', 'SALE'],
    ['\u00b2\u2460\u2167', '21VIII'],
    ['a_b.c-d', 'A_B.C-D'],
    ['\u0642\u0647\u0648\u0629\u0663', '\u0642\u0647\u0648\u0629\u0663'],
    ['\ud83d\ude00', '(BAD_CHARACTER)'],
    ['50%', '(BAD_CHARACTER)'],
    ['A\u2014B', '(BAD_CHARACTER)'],
    ['<b>', '(BAD_CHARACTER)'],
    ['A\u0308\u0308', '(BAD_CHARACTER)'],
    ['A\ud800', '(BAD_CHARACTER)'],
    ['\udc00\ud800', '(BAD_CHARACTER)'],
    ['\ud801\u200b\udc28', '(BAD_CHARACTER)'],
    ['', '(EMPTY)'],
    [' \u200d\u3164 ', '(EMPTY)'],
  ])('reads %j as %s', (typed, key) => {
    expect(keyOf(typed)).toBe(key);
  });

  it('counts characters of the key, not units of the text', () => {
    expect(keyOf('a'.repeat(50))).toBe('A'.repeat(50));
    expect(keyOf('a'.repeat(51))).toBe('(TOO_LONG)');
    expect(keyOf('\ud801\udc28'.repeat(50))).toBe('\ud801\udc00'.repeat(50));
    expect(keyOf(`${' '.repeat(199)}a`)).toBe('A');
    expect(keyOf(`${' '.repeat(200)}a`)).toBe('(TOO_LONG)');
    expect(keyOf('\u00df'.repeat(26))).toBe('(TOO_LONG)');
  });

  it('gives every Unicode scalar value a key of its own kind that is its own key', () => {
    let keys = 0;
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      for (const typed of [String.fromCodePoint(point), `a${String.fromCodePoint(point)}1`]) {
        const canonical = canonicalCode(typed);
        if (!canonical.ok) continue;
        keys += 1;
        const again = canonicalCode(canonical.key);
        const sound =
          again.ok && again.key === canonical.key && canonical.key.normalize('NFC') === canonical.key;
        if (!sound) expect([point.toString(16), again]).toEqual([point.toString(16), canonical]);
      }
    }
    expect(keys).toBeGreaterThan(250_000);
  });

  it('gives the two letter cases and the compatibility forms of every scalar value one key', () => {
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const typed = String.fromCodePoint(point);
      const canonical = canonicalCode(typed);
      if (!canonical.ok) continue;
      for (const form of [
        typed.toUpperCase(),
        typed.normalize('NFD'),
        typed.normalize('NFKC'),
        ` ${typed}\u200b`,
      ]) {
        const other = keyOf(form);
        if (other !== canonical.key) expect([point.toString(16), form, other]).toEqual([canonical.key]);
      }
    }
  });

  it('is idempotent over any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const canonical = canonicalCode(typed);
        if (canonical.ok) expect(canonicalCode(canonical.key)).toEqual(canonical);
      }),
      { numRuns: 5_000 },
    );
  });
});
