/** Why a typed string cannot be a code: nothing left of it, longer than a code may be, or a character no code has. */
export type CodeFault = 'EMPTY' | 'TOO_LONG' | 'BAD_CHARACTER';

/** The key two spellings of one code share, or why there is none. */
export type CanonicalCode =
  { readonly ok: true; readonly key: string } | { readonly ok: false; readonly fault: CodeFault };

const mostTypedUnits = 200;
const mostKeyCharacters = 50;
const mostRounds = 4;

/**
 * The key under which a typed code is unique and found: 1–50 letters, digits, `_`, `.`, `-`. White space, control and
 * invisible characters are dropped; letter case, width and composition do not matter. Idempotent over every Unicode scalar
 * value. Source: domain, "Code strings"; Unicode UAX #15 (NFKC).
 */
export function canonicalCode(typed: string): CanonicalCode {
  if (typed.length > mostTypedUnits) return refuse('TOO_LONG');
  if (/\p{Surrogate}/u.test(typed)) return refuse('BAD_CHARACTER');
  const visible = typed.replace(/[\p{White_Space}\p{Control}\p{Default_Ignorable_Code_Point}]/gu, '');
  if (visible === '') return refuse('EMPTY');
  const key = settle(visible);
  if (key === null || !/^[\p{Letter}\p{Decimal_Number}_.-]+$/u.test(key)) return refuse('BAD_CHARACTER');
  return [...key].length > mostKeyCharacters ? refuse('TOO_LONG') : { ok: true, key };
}

/** Folds until nothing changes, as upper case and NFKC undo each other for a few characters; `null` after four rounds. */
function settle(text: string): string | null {
  let settled = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const folded = settled.normalize('NFKC').toUpperCase().normalize('NFKC');
    if (folded === settled) return settled;
    settled = folded;
  }
  return null;
}

function refuse(fault: CodeFault): CanonicalCode {
  return { ok: false, fault };
}
