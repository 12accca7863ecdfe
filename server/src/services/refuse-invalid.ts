import { refused, type Outcome } from './outcome.js';

/** One fault of a request: its path, a code and what is wrong; never the value that was sent. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A `VALIDATION_ERROR` that names every fault, its path with dots: `lineItems.0.quantity`. */
export function refuseInvalid(faults: readonly Fault[]): Outcome<never> {
  const details = faults.map((fault) => ({ ...fault, path: fault.path.join('.') }));
  const field = details[0]?.path;
  return refused({ code: 'VALIDATION_ERROR', details, ...(field ? { field } : {}) });
}
