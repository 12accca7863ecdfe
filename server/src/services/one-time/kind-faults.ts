import { canonicalCode, mixesScripts } from '@hemat/shared';
import { codeFaults, type CreateDiscountCodeInput } from '@hemat/shared/schemas';
import type { Fault } from '../refuse-invalid.js';

/** What a request says of a code's kind and string. */
export type KindFields = Pick<CreateDiscountCodeInput, 'code' | 'kind' | 'count' | 'prefix' | 'length'>;

const mostPrefixCharacters = 20;

/** What of it a code of its kind cannot have: a reusable one has a code, a batch a count. */
export function kindFaults(fields: KindFields): Fault[] {
  return fields.kind === 'onetime' ? batchFaults(fields) : reusableFaults(fields);
}

function reusableFaults({ code, ...strings }: KindFields): Fault[] {
  const ofCode =
    code == null
      ? [fault('code', 'is needed')]
      : codeFaults(code).map((found) => ({ ...found, code: 'custom' }));
  const ofStrings = (['count', 'prefix', 'length'] as const).filter((name) => strings[name] != null);
  return [...ofCode, ...ofStrings.map((name) => fault(name, 'belongs to the kind onetime only'))];
}

function batchFaults({ code, count, prefix }: KindFields): Fault[] {
  return [
    ...(code == null ? [] : [fault('code', 'cannot be given, as the strings of a batch are generated')]),
    ...(count == null ? [fault('count', 'is needed for the kind onetime')] : []),
    ...(prefix == null ? [] : prefixFaults(prefix)),
  ];
}

function prefixFaults(prefix: string): Fault[] {
  const canonical = canonicalCode(prefix);
  if (!canonical.ok) return [fault('prefix', 'may hold letters, digits, _ . and - only')];
  if ([...canonical.key].length > mostPrefixCharacters) {
    return [fault('prefix', 'is longer than 20 characters')];
  }
  // The generated part is Latin.
  return mixesScripts(`${prefix}X`) ? [fault('prefix', 'mixes letters of scripts that look alike')] : [];
}

function fault(field: string, message: string): Fault {
  return { path: [field], code: 'custom', message };
}
