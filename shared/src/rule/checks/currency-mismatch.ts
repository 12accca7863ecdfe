import { nothingToDo, type Check } from './check.js';

/** The cart is in the code's currency, if the code has one. */
export const currencyMismatch: Check = ({ rule, cart }) =>
  rule.currency !== null && rule.currency !== cart.currency ? nothingToDo : null;
