import { byPercent } from './by-percent.js';

/** A percentage of the eligible lines together. */
export const percent = byPercent('percent', 'items');
