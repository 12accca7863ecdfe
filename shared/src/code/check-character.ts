/** The 23 characters of a generated code: none looks like another (no 0 1 B G I L O Q S U Z), no vowel, so no word. */
export const generatedAlphabet = '23456789CDFHJKMNPRTVWXY';

const modulus = generatedAlphabet.length;
/** A primitive root of 23: its first 22 powers differ, so every place has a weight of its own. */
const radix = 5;

/**
 * The character that makes `text` followed by it pass `passesCheck`. With up to 22 characters in all it catches every single
 * wrong character of the alphabet and every swap of two different ones, adjacent or not.
 * Source: the pure systems of ISO 7064, with modulus 23 and radix 5.
 */
export function checkCharacter(text: string): string {
  return generatedAlphabet.charAt((modulus - weigh(`${text}2`)) % modulus);
}

/** Whether a text of the generated alphabet ends in its check character. */
export function passesCheck(text: string): boolean {
  return weigh(text) === 0;
}

/** The sum of place × value, the last place counting once, modulo 23; the alphabet's first character is worth zero. */
function weigh(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * radix + generatedAlphabet.indexOf(character)) % modulus;
  return sum;
}
