import { checkCharacter, generatedAlphabet } from './check-character.js';

/** How long a generated code is. */
export interface GenerateCodeOptions {
  /** Groups of four characters, check character included: 3 (default, 11 random characters, 49 bits), 4 or 5. */
  readonly groups?: 3 | 4 | 5;
}

const groupSize = 4;
/** The largest multiple of the alphabet's size that a byte can reach: bytes above it would favour some characters. */
const fairBytes = 256 - (256 % generatedAlphabet.length);

/**
 * A code nobody can guess, in groups with a check character at its end: `K7RF 2M9T HDJ8`. The blanks are for reading only, as
 * `canonicalCode` drops them. `randomBytes(count)` must give that many bytes of a cryptographic source.
 */
export function generateCode(
  randomBytes: (count: number) => Uint8Array,
  { groups = 3 }: GenerateCodeOptions = {},
): string {
  const random = takeRandom(randomBytes, groups * groupSize - 1);
  const code = random + checkCharacter(random);
  return code.replace(/.{4}(?=.)/g, '$& ');
}

function takeRandom(randomBytes: (count: number) => Uint8Array, length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) {
      if (byte < fairBytes) text += generatedAlphabet.charAt(byte % generatedAlphabet.length);
    }
  }
  return text.slice(0, length);
}
