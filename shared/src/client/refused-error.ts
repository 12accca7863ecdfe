import type { MissingOnWire } from '../schemas/missing.js';
import { reasons, type Reason } from '../rule/reason.js';
import { HematError } from './hemat-error.js';

/**
 * A lock or redeem that the rules refused: `reason` says why, `missing` what the shopper can do about it, and `message` is the
 * shopper's sentence in the language of the call.
 */
export class RefusedError extends HematError {
  readonly reason: Reason;
  /** Amounts in minor units; empty where nothing helps. */
  readonly missing: readonly MissingOnWire[];

  constructor(reason: Reason, error: HematError) {
    super(error.message, error, { cause: error.cause });
    this.reason = reason;
    this.missing = missingOf(error.details);
  }
}

/** The error in its narrowest class: a {@link RefusedError} where the code is a reason, itself otherwise. */
export function narrowError(error: unknown): unknown {
  if (!(error instanceof HematError)) return error;
  const reason = reasons.find((known) => known === error.code);
  return reason === undefined ? error : new RefusedError(reason, error);
}

function missingOf(details: unknown): readonly MissingOnWire[] {
  if (typeof details !== 'object' || details === null || !('missing' in details)) return [];
  // The service writes `details.missing` of a refusal by the schema `missing`.
  return Array.isArray(details.missing) ? (details.missing as MissingOnWire[]) : [];
}
