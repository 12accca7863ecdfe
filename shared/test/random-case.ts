import type { Cart, CartLine } from '../src/rule/cart.js';
import type { CodeFacts, Facts } from '../src/rule/facts.js';
import type { Candidate, CombinationClass, Discount, Rule } from '../src/rule/rule.js';

/** A random question to the rule core. */
export interface RandomCase {
  readonly cart: Cart;
  readonly candidates: readonly Candidate[];
  readonly facts: Facts;
}

const now = 1_780_000_000_000;
const productIds = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const tags = ['kopi', 'teh', 'promo', 'Kopi'];
const regions = ['ID', 'ID-JK', 'ID-BA', 'IDN', 'SG', 'MY'];
const classes: readonly CombinationClass[] = ['cart', 'products', 'shipping'];

/** The case of a seed, always the same: most apply, some are refused for each reason, some hold the largest amounts there are. */
export function randomCase(seed: number): RandomCase {
  const dice = createDice(seed);
  const cart = randomCart(dice);
  const count = dice.pick([0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
  const candidates: Candidate[] = [];
  for (let index = 0; index < count; index += 1) {
    if (dice.chance(0.01)) candidates.push({ unknown: `X${index}` });
    else
      candidates.push(
        dice.chance(0.02) ? (candidates[0] ?? randomRule(dice, index)) : randomRule(dice, index),
      );
  }
  const codes: Record<string, CodeFacts> = {};
  for (const candidate of candidates) {
    if (!('unknown' in candidate) && dice.chance(0.5)) codes[candidate.id] = randomFacts(dice);
  }
  return { cart, candidates, facts: { now, codes } };
}

interface Dice {
  /** An integer of `low … high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<const T>(choices: readonly [T, ...T[]]): T;
  some<T>(choices: readonly T[], probability: number): T[];
}

/** Mulberry32: small, seeded, good enough to spread cases. */
function createDice(seed: number): Dice {
  let state = seed | 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(roll() * (high - low + 1));
  return {
    between,
    chance: (probability) => roll() < probability,
    pick: ([first, ...rest]) => [first, ...rest][between(0, rest.length)] ?? first,
    some: (choices, probability) => choices.filter(() => roll() < probability),
  };
}

function randomCart(dice: Dice): Cart {
  const shared = {
    currency: dice.chance(0.04) ? 'USD' : 'IDR',
    shippingAmount: dice.pick([0, 9_000, dice.between(1, 50_000), dice.between(0, 10 ** 12)]),
    region: dice.pick([null, 'ID', 'ID-JK', 'ID-BA', 'SG']),
  };
  if (dice.chance(0.1))
    return { ...shared, lines: [], subtotal: dice.between(0, dice.pick([500_000, 10 ** 12])) };
  const count = dice.pick([1, 2, 3, 5, 8, dice.between(1, 30)]);
  const dearest = Math.floor(10 ** dice.pick([2, 5, 6, 9, 12]) / count);
  const lines = Array.from({ length: count }, (_, index) => randomLine(dice, index, dearest));
  return {
    ...shared,
    lines,
    subtotal: lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0),
  };
}

/** A line of at most `most` minor units. */
function randomLine(dice: Dice, index: number, most: number): CartLine {
  const quantity = dice.pick([1, 1, 2, 3, dice.between(1, 20), dice.between(1, 10 ** 6)]);
  const unitAmount = dice.chance(0.1) ? 0 : dice.between(0, Math.floor(most / quantity));
  const productId = dice.chance(0.1) ? null : dice.pick(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
  return { lineId: `line-${index}`, productId, tags: dice.some(tags, 0.4), quantity, unitAmount };
}

function randomRule(dice: Dice, index: number): Rule {
  const hours = 3_600_000;
  return {
    id: `disc_${index}`,
    code: `CODE${index}`,
    version: dice.between(1, 9),
    title: null,
    discount: randomDiscount(dice),
    currency: dice.pick([null, 'IDR', 'IDR', 'IDR']),
    scope: dice.pick(['cart', 'cart', 'products', 'tags']),
    productIds: dice.some(productIds, 0.7),
    tagFilter: dice.some(tags, 0.8),
    minPurchaseAmount: dice.chance(0.1) ? dice.between(1, 100_000) : null,
    maxDiscountAmount: dice.chance(0.3) ? dice.between(0, 60_000) : null,
    regions: dice.chance(0.06) ? dice.some(regions, 0.5) : null,
    combinesWith: dice.chance(0.92) ? [...classes] : dice.some(classes, 0.7),
    startsAt: dice.chance(0.1) ? now + dice.pick([-hours, -1, 0, 0, 1]) : null,
    expiresAt: dice.chance(0.1) ? now + dice.pick([hours, hours, 1, 1, 0]) : null,
    customerEligibility: dice.chance(0.9) ? 'all' : dice.pick(['new', 'returning']),
    hasCustomerLimit: dice.chance(0.1),
    roundingIncrement: dice.pick([null, null, 1, 100, 500]),
  };
}

function randomDiscount(dice: Dice): Discount {
  const type = dice.pick(['percent', 'percent', 'fixed', 'shipping_percent', 'shipping_fixed']);
  if (type === 'fixed' || type === 'shipping_fixed') {
    return { type, amount: dice.between(1, 10 ** dice.pick([3, 5, 12])) };
  }
  return { type, basisPoints: dice.pick([1, 1_000, 3_333, 10_000, dice.between(1, 10_000)]) };
}

function randomFacts(dice: Dice): CodeFacts {
  return {
    active: !dice.chance(0.02),
    usesLeft: dice.chance(0.5) ? null : dice.between(-1, 30),
    customerKnown: dice.chance(0.9),
    customerUsesLeft: dice.chance(0.5) ? null : dice.between(0, 20),
    customerIsNew: dice.pick([null, true, false]),
  };
}
