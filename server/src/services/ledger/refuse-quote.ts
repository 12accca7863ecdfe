import type { RefusedQuote } from '@hemat/shared';
import type { AskedCode } from '../asked-codes.js';
import { refused, type Outcome } from '../outcome.js';

/** The refusal of a lock or redeem whose quote was refused: the rule's reason, and which code it was. */
export function refuseQuote(
  { reason, index, missing }: RefusedQuote,
  codes: readonly AskedCode[],
): Outcome<never> {
  return refused({ code: reason, missing, details: { code: codes[index]?.typed } });
}
