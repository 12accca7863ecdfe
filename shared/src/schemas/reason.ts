import { z } from 'zod';
import { genericReason, reasons } from '../rule/reason.js';

/** Why a code does not apply, as it travels. */
export const wireReason = z.enum([...reasons, genericReason]);
