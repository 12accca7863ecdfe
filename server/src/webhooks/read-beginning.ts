import type { Readable } from 'node:stream';

/** The first `most` bytes of a stream as text; the rest is left unread and the stream closed. */
export async function readBeginning(stream: Readable, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    // A stream without an encoding gives bytes.
    const bytes = part as Buffer;
    parts.push(bytes.subarray(0, most - size));
    size += bytes.length;
    if (size >= most) break;
  }
  // PostgreSQL keeps no NUL in a text.
  return Buffer.concat(parts).toString('utf8').replaceAll('\0', '\uFFFD');
}
