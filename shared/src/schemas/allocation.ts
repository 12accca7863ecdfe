import { z } from 'zod';
import { amount } from './amount.js';

/** A share of a discount on one line, minor units. */
export const allocation = z.object({ lineId: z.string(), amount });
