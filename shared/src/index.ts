export * from './rule/cart.js';
export * from './rule/facts.js';
export * from './rule/quote-result.js';
export * from './rule/reason.js';
export * from './rule/rule.js';
