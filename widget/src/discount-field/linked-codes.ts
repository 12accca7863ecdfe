import { canonicalKey } from '../store/canonical-key.js';
import type { CodeMemory } from '../store/code-memory.js';

/** The codes of the link that led to the page. One that the shopper took out stays out, though the address still carries it. */
export class LinkedCodes {
  readonly #codes: readonly string[];
  readonly #takenOut: CodeMemory;

  /** `parameter` is the name in the address: `?discount=A` or `?discount=A,B`. */
  constructor(parameter: string, takenOut: CodeMemory) {
    const given = new URLSearchParams(location.search).getAll(parameter).join().split(',');
    this.#codes = [...new Set(given.map((code) => code.trim()))].filter(Boolean);
    this.#takenOut = takenOut;
  }

  /** What is to be asked for. */
  get wanted(): string[] {
    return without(this.#codes, this.#takenOut.read());
  }

  takeOut(code: string): void {
    if (without(this.#codes, [code]).length === this.#codes.length) return;
    this.#takenOut.write([...this.#takenOut.read(), code]);
  }
}

/** Two spellings of one code are the same code. */
function without(codes: readonly string[], others: readonly string[]): string[] {
  const keys = others.map(canonicalKey);
  return codes.filter((code) => !keys.includes(canonicalKey(code)));
}
