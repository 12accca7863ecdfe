import { quote, type AppliedQuote } from '@hemat/shared';
import { stateOf } from './discount-state.js';
import type { Model } from './model.js';

const cart: Model['cart'] = { currency: '', lines: [], subtotal: 0, shippingAmount: 0, region: null };

const nothing: Omit<Model, 'shown'> = {
  cart,
  customerToken: null,
  lineTitles: new Map(),
  cartKey: '',
  now: 0,
  skew: 0,
  held: [],
  attempt: null,
  signed: null,
  trouble: null,
  warnedOf: null,
  promos: { kind: 'unasked' },
  // No code applies to every cart.
  settled: {
    applied: [],
    ready: [],
    waiting: [],
    quote: quote(cart, [], { now: 0, codes: {} }) as AppliedQuote,
  },
};

/** A store before anything has happened. */
export const emptyModel: Model = { ...nothing, shown: stateOf(nothing) };
