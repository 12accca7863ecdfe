import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from './formula-cell.js';

const spiky = fc.string({
  unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', 'a', ' ', '"', ','),
});

describe('a guarded cell', () => {
  it('comes back as it was, whatever it begins with', () => {
    fc.assert(fc.property(fc.oneof(spiky, fc.string()), (text) => unguardCell(guardCell(text)) === text));
  });

  it.each(['=1+1', '+62812', '-10%', '@SUM(A1)', '\tx', '\rx', '＝1', "'=1"])('%j runs nowhere', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
  });

  it('is never empty, so that an empty cell means none', () => {
    fc.assert(fc.property(fc.oneof(spiky, fc.constant('')), (text) => guardCell(text) !== ''));
  });

  it.each(["'90s kids", 'KOPI-10', 'a=b', 'Kopi'])('%j is left as it is', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });
});
