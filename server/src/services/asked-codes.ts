import { canonicalCode } from '@hemat/shared';

/** A code as a caller wrote it. */
export interface AskedCode {
  readonly typed: string;
  /** Its canonical key; null where the string can't be a code. */
  readonly key: string | null;
  /** Where the request names it, for example `codes.1`; null for a code the order has already. */
  readonly field: string | null;
}

/** The codes of a request, each once, in the order given. */
export function askedCodes(body: {
  readonly code?: string | null | undefined;
  readonly codes?: readonly string[] | null | undefined;
}): AskedCode[] {
  const asked = new Map<string, AskedCode>();
  const add = (typed: string, field: string) => {
    const code = { ...askedCode(typed), field };
    const name = code.key ?? `not a code: ${typed}`;
    if (!asked.has(name)) asked.set(name, code);
  };
  if (body.codes != null) body.codes.forEach((typed, place) => add(typed, `codes.${place}`));
  else if (body.code != null) add(body.code, 'code');
  return [...asked.values()];
}

/** One code as it was written, in no request. */
export function askedCode(typed: string): AskedCode {
  const canonical = canonicalCode(typed);
  return { typed, key: canonical.ok ? canonical.key : null, field: null };
}
