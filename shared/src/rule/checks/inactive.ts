import { nothingToDo, type Check } from './check.js';

/** The code is active and not archived. */
export const inactive: Check = ({ facts }) => (facts?.active === false ? nothingToDo : null);
