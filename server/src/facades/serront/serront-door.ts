import { admitKey } from '../../http/admit-key.js';
import { limitBody } from '../../http/limit-body.js';
import { parseBody } from '../../http/parse-body.js';
import { createRupiahCodeBody } from '../forjio/code-body.js';
import type { ForjioDoor } from '../forjio/code-calls.js';

/** Serront's door to Ripllo: its own keys, rupiah where no currency is named, and 200 whatever was made. */
export const serrontDoor: ForjioDoor = {
  admit: (scopes, needsModule = true) => [limitBody, admitKey({ scopes, needsModule }), parseBody],
  createBody: createRupiahCodeBody,
  createdStatus: 200,
  listData: 'object',
};
