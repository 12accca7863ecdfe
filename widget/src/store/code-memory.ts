/** Where a page's codes outlast the page; every method is quiet where the browser forbids storage. */
export class CodeMemory {
  readonly #storage: Storage | null;
  readonly #key: string;
  #written = '';

  constructor(storage: Storage | null, key: string) {
    this.#storage = storage;
    this.#key = `hemat:${key}`;
  }

  /** The codes of the last page, in order. */
  read(): string[] {
    try {
      this.#written = this.#storage?.getItem(this.#key) ?? '';
      return this.#written.split(',').filter(Boolean);
    } catch {
      return [];
    }
  }

  write(codes: readonly string[]): void {
    const text = codes.join();
    if (text === this.#written) return;
    this.#written = text;
    try {
      if (text) this.#storage?.setItem(this.#key, text);
      else this.#storage?.removeItem(this.#key);
    } catch {
      // A full or forbidden storage costs the shopper one more typing, nothing else.
    }
  }
}

/** The storage of a `persist` attribute; `null` for `none` and where the browser forbids it. */
export function storageFor(persist: string): Storage | null {
  try {
    return persist === 'none' ? null : persist === 'local' ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}
