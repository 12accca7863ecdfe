import { canonicalCode } from '@hemat/shared';

/** A code as a caller wrote it. */
export interface AskedCode {
  readonly typed: string;
  /** Its canonical key; null where the string can't be a code. */
  readonly key: string | null;
}

/** The codes of a request, each once, in the order given. */
export function askedCodes(body: {
  readonly code?: string | null | undefined;
  readonly codes?: readonly string[] | null | undefined;
}): AskedCode[] {
  const asked = new Map<string, AskedCode>();
  for (const typed of body.codes ?? (body.code == null ? [] : [body.code])) {
    const code = askedCode(typed);
    const name = code.key ?? `not a code: ${typed}`;
    if (!asked.has(name)) asked.set(name, code);
  }
  return [...asked.values()];
}

/** One code as it was written. */
export function askedCode(typed: string): AskedCode {
  const canonical = canonicalCode(typed);
  return { typed, key: canonical.ok ? canonical.key : null };
}
