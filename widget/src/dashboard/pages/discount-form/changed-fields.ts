import type { PatchDiscountCode } from '@hemat/shared/management-client';
import type { SentFields } from './draft-fields.js';

/** What differs between the code as it was shown and as it is now; empty: nothing. */
export function changedFields(before: SentFields, after: SentFields): PatchDiscountCode {
  const entries = Object.entries(after).filter(
    // Every field of one is a field of the other.
    ([name, value]) => JSON.stringify(before[name as keyof SentFields]) !== JSON.stringify(value),
  );
  const changed: PatchDiscountCode = Object.fromEntries(entries);
  // An end that falls within a day is shown as no last day; taking one away means no end at all.
  if ('validThrough' in changed && changed.validThrough === null) {
    const { validThrough: _, ...rest } = changed;
    return { ...rest, expiresAt: null };
  }
  return changed;
}
