import type { Reason } from '../rule/reason.js';
import type { MissingOnWire } from '../schemas/missing.js';
import { HematError } from './hemat-error.js';

/** What the service says of a refusal besides its reason. */
export interface RefusalDetails {
  /** The refused code as it was typed; absent where the order names it. */
  readonly code?: string;
  /** Amounts in minor units. */
  readonly missing?: readonly MissingOnWire[];
}

/**
 * A lock or redeem that the rules refused: `reason` says why, `missing` what the shopper can do about it, and `message` is the
 * shopper's sentence in the language of the call.
 */
export class RefusedError extends HematError {
  readonly reason: Reason;
  /** The refused one of several codes, in its owner's spelling; `null` where the service did not name it. */
  readonly refusedCode: string | null;
  /** Amounts in minor units; empty where nothing helps. */
  readonly missing: readonly MissingOnWire[];

  constructor(reason: Reason, details: RefusalDetails, error: HematError) {
    super(error.message, error, { cause: error.cause });
    this.reason = reason;
    this.refusedCode = details.code ?? null;
    this.missing = details.missing ?? [];
  }
}
