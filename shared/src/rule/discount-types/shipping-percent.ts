import { byPercent } from './by-percent.js';

/** A percentage of the shipping. */
export const shippingPercent = byPercent('shipping_percent', 'shipping');
