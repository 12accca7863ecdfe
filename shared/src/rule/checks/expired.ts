import { nothingToDo, type Check } from './check.js';

/** The code has not ended; the moment it expires is the first that does not count. */
export const expired: Check = ({ rule, now }) =>
  rule.expiresAt !== null && now >= rule.expiresAt ? nothingToDo : null;
