import { genericReason, pickLocale, reasonMessage, type WireReason } from '@hemat/shared';
import type { RefusedAnswer, ValidateAnswer } from '@hemat/shared/schemas';
import type { Workspace } from '../services/deps.js';
import type { ValidateVerdict } from '../services/validate-codes.js';

type RefusedVerdict = Exclude<ValidateVerdict, { applies: true }>;

/** Reasons that tell a guesser whether a code exists or existed. */
const telling: ReadonlySet<WireReason> = new Set<WireReason>([
  'CODE_NOT_FOUND',
  'INACTIVE',
  'NOT_YET_VALID',
  'EXPIRED',
  'MAX_USES_REACHED',
]);

/** The verdict with the shopper's sentence, in the language of `Accept-Language`. */
export function writeSentence(
  verdict: ValidateVerdict,
  acceptLanguage: string | undefined,
  { timeZone }: Workspace,
): ValidateAnswer {
  if (verdict.applies) return verdict;
  const { reason, missing, currency } = verdict;
  const locale = pickLocale(acceptLanguage);
  return { ...verdict, message: reasonMessage(reason, missing, { locale, currency, timeZone }) };
}

/** Whether a verdict tells a guesser that a code exists, or that it does not. */
export function isTelling(verdict: ValidateVerdict): boolean {
  return !verdict.applies && telling.has(verdict.reason);
}

/** The verdict as a page may know it where reasons that tell of a code's existence are hidden: all of them alike. */
export function hideReason(verdict: ValidateVerdict): ValidateVerdict {
  if (verdict.applies || !telling.has(verdict.reason)) return verdict;
  const { terms: _, ...rest }: RefusedVerdict = verdict;
  return { ...rest, reason: genericReason satisfies RefusedAnswer['reason'], missing: [] };
}
