import { combiningCodes } from './codes/combining.js';
import { customerCodes } from './codes/customers.js';
import { limitCodes } from './codes/limits.js';
import { refusalCodes } from './codes/refusals.js';
import { scopeCodes } from './codes/scopes.js';
import { typeCodes } from './codes/types.js';
import type { SeededCode } from './seeded-code.js';

/** Every code the sample shop comes with, in the order they are shown. */
export const seededCodes: readonly SeededCode[] = [
  ...typeCodes,
  ...scopeCodes,
  ...customerCodes,
  ...combiningCodes,
  ...limitCodes,
  ...refusalCodes,
];
