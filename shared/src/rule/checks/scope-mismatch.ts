import { scopes } from '../scopes/registry.js';
import type { Check } from './check.js';

/** At least one line is one the code looks at; shipping codes with a scope ask for such a line too. */
export const scopeMismatch: Check = ({ rule, cart }) => {
  if (rule.scope === 'cart' || cart.lines.some(scopes[rule.scope](rule))) return null;
  const anyOf = rule.scope === 'products' ? rule.productIds : rule.tagFilter;
  return [{ kind: 'scope', scope: rule.scope, anyOf }];
};
