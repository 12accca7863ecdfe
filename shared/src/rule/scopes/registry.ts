import type { Scope } from '../rule.js';
import { cart } from './cart.js';
import { products } from './products.js';
import type { LineFilter } from './scope.js';
import { tags } from './tags.js';

/** Every scope with its filter. */
export const scopes: Readonly<Record<Scope, LineFilter>> = { cart, products, tags };
