import type { CreateDiscountCodeInput } from '@hemat/shared/schemas';
import type { Fault } from '../refuse-invalid.js';

/** A row of a file of codes that was read: a new code as a request would ask for it, or why it is none. */
export type FileRow =
  | {
      readonly row: number;
      readonly input: CreateDiscountCodeInput;
      /** Uses that another system had counted; 0 where nothing is said. */
      readonly usesBefore?: number;
    }
  | { readonly row: number; readonly faults: readonly Fault[] };
