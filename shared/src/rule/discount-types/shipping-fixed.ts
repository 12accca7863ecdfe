import { byAmount } from './by-amount.js';

/** A flat amount off the shipping. */
export const shippingFixed = byAmount('shipping_fixed', 'shipping');
