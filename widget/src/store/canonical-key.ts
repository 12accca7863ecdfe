import { canonicalCode } from '@hemat/shared';

/** The key two spellings of one code share; `null` for what cannot be a code. */
export function canonicalKey(typed: string): string | null {
  const canonical = canonicalCode(typed);
  return canonical.ok ? canonical.key : null;
}
