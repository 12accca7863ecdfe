import { canonicalCode } from './canonical-code.js';
import { generatedAlphabet, passesCheck } from './check-character.js';

/**
 * Whether `typed`, or what stands behind its last hyphen, has the shape of a generated code but a wrong character or two swapped ones, so that a field can ask "is this
 * spelled right?" before any request. A merchant's own code is mistaken for one only when it has 12, 16 or 20 characters, at
 * least a letter, and at most one character outside the generated alphabet: no word of a human language does, about 4 in 100
 * random strings of other systems do. So ask once and let a second try through. A missing or surplus character changes the
 * shape and is not noticed here. Source: docs/decisions/0014-generated-codes.md.
 */
export function isMistypedGeneratedCode(typed: string): boolean {
  const canonical = canonicalCode(typed);
  if (!canonical.ok) return false;
  const generated = canonical.key.slice(canonical.key.lastIndexOf('-') + 1);
  return looksGenerated(generated) && !passes(generated);
}

/** Whether a key without its prefix has the shape of a generated code, at most one character of it mistyped. */
export function looksGenerated(key: string): boolean {
  if (!/^(?=.*[A-Z])(?:[0-9A-Z]{4}){3,5}$/.test(key)) return false;
  return strangers(key) <= 1;
}

function passes(key: string): boolean {
  return strangers(key) === 0 && passesCheck(key);
}

/** How many characters of `key` are not of the generated alphabet. */
function strangers(key: string): number {
  return [...key].filter((character) => !generatedAlphabet.includes(character)).length;
}
