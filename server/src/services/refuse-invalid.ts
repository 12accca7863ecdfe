import { refused, type Outcome } from './outcome.js';

/** One fault of a request: its path, a code and what is wrong; never the value that was sent. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A body of 64 KB can have tens of thousands of faults, and a name as long as itself. */
const most = { faults: 100, pathCharacters: 200 };

/**
 * A `VALIDATION_ERROR` that names every fault, the first hundred of very many, each by its path with dots:
 * `lineItems.0.quantity`.
 */
export function refuseInvalid(faults: readonly Fault[]): Outcome<never> {
  const details = faults
    .slice(0, most.faults)
    .map((fault) => ({ ...fault, path: shorten(fault.path.join('.')) }));
  const field = details[0]?.path;
  return refused({ code: 'VALIDATION_ERROR', details, ...(field ? { field } : {}) });
}

function shorten(path: string): string {
  if (path.length <= most.pathCharacters) return path;
  // Not in the middle of a character of two halves.
  return `${path.slice(0, most.pathCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
