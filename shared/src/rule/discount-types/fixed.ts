import { byAmount } from './by-amount.js';

/** One flat amount per order off the eligible lines together, never per unit. */
export const fixed = byAmount('fixed', 'items');
