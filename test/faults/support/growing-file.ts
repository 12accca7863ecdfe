/** The bytes of a file that can be written anywhere; what was never written is zero. */
export class GrowingFile {
  #bytes: Buffer;
  #size: number;

  constructor(content: Buffer = Buffer.alloc(0)) {
    this.#bytes = Buffer.from(content);
    this.#size = content.length;
  }

  write(at: number, data: Buffer): void {
    this.#grow(at + data.length);
    data.copy(this.#bytes, at);
  }

  truncate(size: number): void {
    if (size > this.#size) this.#grow(size);
    else this.#bytes.fill(0, size, this.#size);
    this.#size = size;
  }

  content(): Buffer {
    return this.#bytes.subarray(0, this.#size);
  }

  #grow(size: number): void {
    if (size > this.#bytes.length) {
      const larger = Buffer.alloc(size * 2);
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#size = Math.max(this.#size, size);
  }
}
