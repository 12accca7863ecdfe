import type { Missing } from '@hemat/shared';
import type { MissingOnWire } from '@hemat/shared/schemas';

/** What a shopper can do about a refusal, as the wire shows it: a moment is ISO 8601. */
export function presentMissing(missing: Missing): MissingOnWire {
  switch (missing.kind) {
    case 'startsAt':
      return { kind: 'startsAt', at: new Date(missing.at).toISOString() };
    case 'scope':
      return { ...missing, anyOf: [...missing.anyOf] };
    case 'region':
      return { ...missing, anyOf: [...missing.anyOf] };
    default:
      return missing;
  }
}
