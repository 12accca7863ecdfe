import { sabotage, type Sabotage } from './sabotage.js';

const money = 'shared/src/money';
const rule = 'shared/src/rule';

/** Amounts are exact, and a rule means what it says. */
export const ruleSabotages: readonly Sabotage[] = [
  sabotage(
    'half a unit is rounded down',
    [`${money}/percent.ts`, 'rest * basisPoints + 5_000', 'rest * basisPoints + 4_999'],
    `${money}/percent.test.ts`,
    `${rule}/golden.test.ts`,
  ),
  sabotage(
    'a split loses a unit',
    [`${money}/allocate.ts`, 'byRemainder.slice(0, left)', 'byRemainder.slice(0, left - 1)'],
    `${money}/allocate.test.ts`,
    `${rule}/golden.test.ts`,
  ),
  sabotage(
    'a tie goes to the later line',
    [`${money}/allocate.ts`, 'a.index - b.index', 'b.index - a.index'],
    `${money}/allocate.test.ts`,
  ),
  sabotage(
    'a large amount is split with fractions',
    [
      `${money}/allocate.ts`,
      'return Number((BigInt(total) * BigInt(weight)) / BigInt(sum));',
      'return Math.floor((total * weight) / sum) + 1;',
    ],
    `${money}/allocate.test.ts`,
  ),
  sabotage(
    'a unit bears too little',
    [`${money}/split-over-units.ts`, 'amount: share + 1', 'amount: share'],
    `${money}/split-over-units.test.ts`,
  ),
  sabotage(
    'the smallest purchase is one more',
    [
      `${rule}/checks/min-purchase-not-met.ts`,
      'subtotal < minPurchaseAmount',
      'subtotal <= minPurchaseAmount',
    ],
    `${rule}/golden.test.ts`,
  ),
  sabotage(
    'a code lasts a moment longer',
    [`${rule}/checks/expired.ts`, 'now >= rule.expiresAt', 'now > rule.expiresAt'],
    `${rule}/oracle.test.ts`,
  ),
  sabotage(
    'a used-up code applies',
    [`${rule}/checks/max-uses-reached.ts`, 'left !== null && left <= 0', 'left !== null && left < 0'],
    `${rule}/oracle.test.ts`,
  ),
  sabotage(
    'a customer’s cap is ignored',
    [`${rule}/checks/customer-limit-reached.ts`, 'left <= 0', 'left < 0'],
    `${rule}/oracle.test.ts`,
  ),
  sabotage(
    'codes stand together that may not',
    [`${rule}/checks/not-combinable.ts`, ' && mayCombine(rule, other)', ''],
    `${rule}/golden.test.ts`,
  ),
  sabotage(
    'a discount goes over its maximum',
    [`${rule}/take-off.ts`, 'maxDiscountAmount ?? base', 'base'],
    `${rule}/golden.test.ts`,
  ),
  sabotage(
    'a discount is rounded up',
    [`${rule}/take-off.ts`, 'capped - (capped % roundingIncrement)', 'capped'],
    `${rule}/oracle.test.ts`,
  ),
  sabotage(
    'a second refund starts anew',
    [
      `${rule}/refund-preview.ts`,
      'takeShares(shares, alreadyRefunded ?? 0, quantity)',
      'takeShares(shares, 0, quantity)',
    ],
    `${rule}/refund-preview.test.ts`,
  ),
  sabotage(
    'shipping is taken off the items',
    [
      `${rule}/quote.ts`,
      'subtotal + shippingAmount - discountAmount - shippingDiscount',
      'subtotal + shippingAmount - discountAmount',
    ],
    `${rule}/quote.test.ts`,
  ),
];
