import { admitKey } from '../../http/admit-key.js';
import { limitBody } from '../../http/limit-body.js';
import { parseBody } from '../../http/parse-body.js';
import type { ForjioDoor } from './code-calls.js';

/** Lets one of our own keys or a signed request in, with one of the scopes. */
export const admitWithKey: ForjioDoor['admit'] = (scopes, needsModule = true) => [
  limitBody,
  admitKey({ scopes, needsModule }),
  parseBody,
];
