import type { Candidate, RefusedQuote } from '@hemat/shared';
import type { AskedCode } from '../asked-codes.js';
import { refused, type Outcome } from '../outcome.js';

/** The refusal of a lock or redeem whose quote was refused: the rule's reason, and which of the call's codes it was. */
export function refuseQuote(
  { reason, index, missing }: RefusedQuote,
  codes: readonly AskedCode[],
  candidates: readonly Candidate[],
): Outcome<never> {
  const field = codes[index]?.field;
  const candidate = candidates[index];
  return refused({
    code: reason,
    missing,
    ...(field != null && { field }),
    // The code as its owner wrote it: what a caller typed is not sent back.
    ...(candidate !== undefined && !('unknown' in candidate) && { details: { code: candidate.code } }),
  });
}
