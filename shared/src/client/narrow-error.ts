import { reasons } from '../rule/reason.js';
import { HematError } from './hemat-error.js';
import { QuoteChangedError, type QuoteChange } from './quote-changed-error.js';
import { RefusedError, type RefusalDetails } from './refused-error.js';

/** A failed call's error in its narrowest class; anything else as it came. */
export function narrowError(error: unknown): unknown {
  if (!(error instanceof HematError)) return error;
  const details = typeof error.details === 'object' && error.details !== null ? error.details : {};
  const reason = reasons.find((known) => known === error.code);
  // The service writes the details of these codes in these shapes.
  if (reason !== undefined) return new RefusedError(reason, details as RefusalDetails, error);
  return error.code === 'QUOTE_CHANGED' && 'previous' in details && 'current' in details
    ? new QuoteChangedError(details as QuoteChange, error)
    : error;
}
