import { admitWithKey } from '../forjio/admit-with-key.js';
import { createRupiahCodeBody } from '../forjio/code-body.js';
import type { ForjioDoor } from '../forjio/code-calls.js';

/** Serront's door to Ripllo: its own keys, rupiah where no currency is named, and 200 whatever was made. */
export const serrontDoor: ForjioDoor = {
  admit: admitWithKey,
  createBody: createRupiahCodeBody,
  createdStatus: 200,
  listData: 'object',
};
