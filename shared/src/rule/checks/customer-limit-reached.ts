import { nothingToDo, type Check } from './check.js';

/** A use is left for this customer. */
export const customerLimitReached: Check = ({ facts }) => {
  const left = facts?.customerUsesLeft ?? null;
  return left !== null && left <= 0 ? nothingToDo : null;
};
