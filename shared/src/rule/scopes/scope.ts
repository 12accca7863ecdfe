import type { CartLine } from '../cart.js';
import type { Rule } from '../rule.js';

/** Makes the question "does this code look at this line?" of one rule. */
export type LineFilter = (rule: Rule) => (line: CartLine) => boolean;
