import { refused, type Outcome } from './outcome.js';

/** One fault of a request: its path, a code and what is wrong; never the value that was sent. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A `VALIDATION_ERROR` that names every fault. */
export function refuseInvalid(faults: readonly Fault[]): Outcome<never> {
  const field = faults[0]?.path.join('.');
  return refused({ code: 'VALIDATION_ERROR', details: faults, ...(field ? { field } : {}) });
}
