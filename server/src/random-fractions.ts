const drawn = 4_096;

/**
 * Random fractions from 0 to less than 1 in steps of 1/256. Each is a byte of its own, out of 4,096 that are drawn at once: asking
 * the system for a single byte costs as much as for all of them.
 */
export function createRandomFractions(randomBytes: (count: number) => Uint8Array): () => number {
  let bytes = new Uint8Array(0);
  let place = 0;
  return () => {
    if (place === bytes.length) {
      bytes = Uint8Array.from(randomBytes(drawn));
      place = 0;
    }
    const byte = bytes[place] ?? 0;
    place += 1;
    return byte / 256;
  };
}
