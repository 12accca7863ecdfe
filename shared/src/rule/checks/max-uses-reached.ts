import { nothingToDo, type Check } from './check.js';

/** A use is left in total. */
export const maxUsesReached: Check = ({ facts }) => {
  const left = facts?.usesLeft ?? null;
  return left !== null && left <= 0 ? nothingToDo : null;
};
