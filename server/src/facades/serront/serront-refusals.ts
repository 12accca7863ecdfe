import type { RefusalTable } from '../refusal-table.js';
import { riplloRefusals } from '../ripllo/ripllo-refusals.js';

/** Serront's names: its own for keys, Ripllo's for what it passes on; a faulty field is its `param`. */
export const serrontRefusals: RefusalTable = {
  errors: {
    ...riplloRefusals.errors,
    INVALID_API_KEY: 'INVALID_API_KEY',
    SECRET_KEY_IN_BROWSER: 'INVALID_API_KEY',
  },
  reasons: riplloRefusals.reasons,
  fieldName: 'param',
};
