import { describe, expect, it } from 'vitest';
import { genericReason, reasons } from '../rule/reason.js';
import { locales } from './pick-locale.js';
import { reasonMessage, reasonMessages } from './reason-message.js';

const money = { currency: 'IDR', locale: 'en' };

describe.each(locales)('the sentences of %s', (locale) => {
  it('say something of their own for every reason, in whole ASCII sentences', () => {
    const sentences = ([...reasons, genericReason] as const).map((reason) =>
      reasonMessage(reason, [], { ...money, locale }),
    );
    expect(new Set(sentences).size).toBe(reasons.length + 1);
    // ASCII: the classic script must survive a page of any encoding.
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][ -~]+\.$/);
  });

  it('are one for each reason and no more', () => {
    expect(Object.keys(reasonMessages[locale])).toEqual([...reasons, genericReason]);
  });
});

describe('reasonMessage', () => {
  it('names what is missing to the minimum, in the money of the reader', () => {
    const missing = [{ kind: 'minPurchase', shortBy: 50_000 }] as const;
    const say = (locale: string): string =>
      reasonMessage('MIN_PURCHASE_NOT_MET', missing, { locale, currency: 'IDR' });
    expect(say('en')).toBe('Add Rp\u00a050,000 more to use this code.');
    expect(say('en-ID')).toBe('Add Rp\u00a050.000 more to use this code.');
    expect(say('id-ID')).toBe('Tambah belanja Rp\u00a050.000 lagi untuk memakai kode ini.');
  });

  it('names the start in the zone it is told, from the inner form and from the wire form', () => {
    const at = Date.parse('2026-05-31T17:00:00Z');
    for (const start of [at, new Date(at).toISOString()]) {
      const missing = [{ kind: 'startsAt', at: start }] as Parameters<typeof reasonMessage>[1];
      const options = { ...money, timeZone: 'Asia/Jakarta' };
      expect(reasonMessage('NOT_YET_VALID', missing, options)).toMatch(
        /^This code starts on June 1, 2026 at 12:00\sAM\. /,
      );
      expect(reasonMessage('NOT_YET_VALID', missing, { ...options, locale: 'id' })).toBe(
        'Kode ini baru berlaku mulai 1 Juni 2026 pukul 00.00. Coba lagi saat itu.',
      );
    }
  });

  it('names no date without a zone', () => {
    expect(reasonMessage('NOT_YET_VALID', [{ kind: 'startsAt', at: 0 }], money)).toBe(
      'This code has not started yet. Try it again later.',
    );
  });

  it('answers in English where the language does not ship, with the amounts of that language', () => {
    const missing = [{ kind: 'minPurchase', shortBy: 50_000 }] as const;
    expect(reasonMessage('MIN_PURCHASE_NOT_MET', missing, { locale: 'de', currency: 'EUR' })).toBe(
      'Add 500,00\u00a0\u20ac more to use this code.',
    );
  });
});
