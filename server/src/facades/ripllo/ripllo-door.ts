import { limitBody } from '../../http/limit-body.js';
import { parseBody } from '../../http/parse-body.js';
import { createCodeBody } from '../forjio/code-body.js';
import type { ForjioDoor } from '../forjio/code-calls.js';
import { admitRipllo } from './admit-ripllo.js';

/** Ripllo's own door: signed requests, or a secret key of ours. */
export const riplloDoor: ForjioDoor = {
  admit: (scopes, needsModule = true) => [limitBody, admitRipllo({ scopes, needsModule }), parseBody],
  createBody: createCodeBody,
  createdStatus: 201,
  listData: 'object',
};
