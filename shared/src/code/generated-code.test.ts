import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalCode } from './canonical-code.js';
import { checkCharacter, generatedAlphabet, passesCheck } from './check-character.js';
import { generateCode } from './generate-code.js';
import { isMistypedGeneratedCode, looksGenerated } from './is-mistyped-generated-code.js';

const typeable = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A source that is random enough and always the same. */
function seededBytes(seed: number): (count: number) => Uint8Array {
  let block = 0;
  return (count) => {
    const bytes = Array.from({ length: count }, () => {
      block += 1;
      return createHash('sha256').update(`${seed} ${block}`).digest()[0] ?? 0;
    });
    return Uint8Array.from(bytes);
  };
}

function bare(code: string): string {
  return code.replaceAll(' ', '');
}

const codes = ([3, 4, 5] as const).flatMap((groups) =>
  Array.from({ length: 20 }, (_, seed) => generateCode(seededBytes(seed), { groups })),
);

describe('a generated code', () => {
  it('is three groups of four without look-alikes unless told otherwise, eleven of them random', () => {
    const code = generateCode(seededBytes(7));
    expect(code).toMatch(/^[2-9CDFHJKMNPRTVWXY]{4}( [2-9CDFHJKMNPRTVWXY]{4}){2}$/);
    expect(new Set(generatedAlphabet).size).toBe(23);
  });

  it('keeps its key however it is spaced and cased', () => {
    for (const code of codes) {
      const key = { ok: true, key: bare(code) };
      expect(canonicalCode(code)).toEqual(key);
      expect(canonicalCode(bare(code).toLowerCase())).toEqual(key);
    }
  });

  it('passes its own check in every spelling', () => {
    for (const code of codes) {
      expect(isMistypedGeneratedCode(code)).toBe(false);
      expect(isMistypedGeneratedCode(bare(code).toLowerCase())).toBe(false);
    }
  });

  it('favours no character: bytes above the last multiple of 23 are thrown away', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      let given = 0;
      const source = (count: number): Uint8Array => new Uint8Array(count).fill(given++ === 0 ? byte : 0);
      const first = generateCode(source).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    // Byte 0 fills what was thrown away (253, 254, 255), hence the three more of the first character.
    const even = 253 / 23;
    expect(counts.get('2')).toBe(even + 3);
    for (const character of generatedAlphabet.slice(1)) expect(counts.get(character)).toBe(even);
  });

  it('asks for more bytes until it has enough', () => {
    let calls = 0;
    const source = (count: number): Uint8Array => new Uint8Array(count).fill((calls += 1) < 5 ? 255 : 1);
    expect(generateCode(source)).toMatch(/^3333 3333 333/);
    expect(calls).toBe(5);
  });
});

describe('the check character', () => {
  it('catches every single wrong character, be it of the alphabet or not', () => {
    for (const code of codes.map(bare)) {
      for (const [place, right] of [...code].entries()) {
        for (const wrong of typeable) {
          if (wrong === right) continue;
          const typed = code.slice(0, place) + wrong + code.slice(place + 1);
          if (!isMistypedGeneratedCode(typed)) expect([code, typed]).toEqual('seen as mistyped');
        }
      }
    }
  });

  it('catches every swap of two different characters, adjacent or not', () => {
    for (const code of codes.map(bare)) {
      for (let left = 0; left < code.length; left += 1) {
        for (let right = left + 1; right < code.length; right += 1) {
          const typed = [...code];
          [typed[left], typed[right]] = [typed[right] ?? '', typed[left] ?? ''];
          const swapped = typed.join('');
          if (swapped !== code && !isMistypedGeneratedCode(swapped))
            expect([code, swapped]).toEqual('seen as mistyped');
        }
      }
    }
  });

  it('is proved for every text: no two places weigh the same, and no weight is zero', () => {
    // The check is linear, so a code with one character of value 1 shows the weight of its place.
    const weights = Array.from({ length: 22 }, (_, place) =>
      checkCharacter(`${'2'.repeat(place)}3${'2'.repeat(21 - place)}`),
    );
    expect(new Set(weights).size).toBe(22);
    expect(weights).not.toContain('2');
  });

  it('makes any text of the alphabet pass', () => {
    const texts = fc.string({ unit: fc.constantFrom(...generatedAlphabet), minLength: 1, maxLength: 21 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(passesCheck(text + checkCharacter(text))).toBe(true);
      }),
    );
  });
});

describe('a code of the merchant', () => {
  it.each([
    'WELCOME10',
    'HEMAT',
    'RAMADAN2026',
    'KOPI-SUSU-10',
    'GRATISONGKIR',
    'FLASHSALE122',
    'DISKONAKHIRTAHUN',
    'LEBARAN1447H',
    '202612252026',
    '628123456789',
    '4006381333931',
    'FREESHIPPING',
    'BLACKFRIDAY2026!',
    'NEWYEARNEWYOUSALE123',
    '2345-6789-CDFH',
    '',
    '\u0421\u041a\u0418\u0414\u041a\u0410\u0421\u041a\u0418\u0414\u041a\u0410',
  ])('such as "%s" raises no alarm', (code) => {
    expect(isMistypedGeneratedCode(code)).toBe(false);
  });

  it('is not taken for a generated one by its digits alone', () => {
    expect(looksGenerated('222233334445')).toBe(false);
    expect(looksGenerated('22223333444C')).toBe(true);
  });

  it('raises a false alarm in about 4 of 100 random strings of another system, as documented', () => {
    const next = seededBytes(1);
    const alarms = Array.from({ length: 20_000 }, () =>
      [...next(12)].map((byte) => typeable[byte % 36] ?? '').join(''),
    ).filter(isMistypedGeneratedCode).length;
    expect(alarms / 20_000).toBeGreaterThan(0.025);
    expect(alarms / 20_000).toBeLessThan(0.045);
  });
});
