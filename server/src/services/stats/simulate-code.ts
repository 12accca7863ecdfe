import { cartFromInput, quote, type CodeFacts, type Quote, type Rule } from '@hemat/shared';
import type { SimulateAnswer, SimulateInput } from '@hemat/shared/schemas';
import { findDiscountCodeById, type DiscountCodeRow } from '../../storage/repositories/discount-codes.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { ruleFromRow } from '../rule-from-row.js';

type SimulatedCart = SimulateInput['carts'][number];

/** What a code would have cost on these carts, one after the other, by the same `quote` that locks. Stores nothing. */
export async function simulateCode(
  deps: CallDeps,
  { id, carts }: SimulateInput & { readonly id: string },
): Promise<Outcome<SimulateAnswer>> {
  const { storage, workspace } = deps;
  const row = await findDiscountCodeById(storage.reader, workspace.id, id);
  if (row === undefined) return refused({ code: 'NOT_FOUND' });
  const rule = ruleFromRow(row, workspace.roundingIncrement);
  const taken = new Uses(row);
  const quotes = carts.map((given) => {
    const cart = cartFromInput(given, workspace.defaultCurrency);
    const now = given.placedAt == null ? deps.now() : Date.parse(given.placedAt);
    const asked = given.placedAt == null ? { ...rule, startsAt: null, expiresAt: null } : rule;
    const answer = quote(cart, [asked], { now, codes: { [rule.id]: taken.factsFor(given, rule) } });
    if (answer.applies) taken.count(given);
    return answer;
  });
  return done({ carts: quotes.map(presentQuote), totals: totalsOf(quotes) });
}

/** What the carts before this one have used up. */
class Uses {
  readonly #caps: Pick<DiscountCodeRow, 'max_uses_total' | 'max_uses_per_customer' | 'strings_total'>;
  readonly #byCustomer = new Map<string, number>();
  #total = 0;

  constructor(caps: DiscountCodeRow) {
    this.#caps = caps;
  }

  /** A cart that does not say who buys is bought by somebody of whom nobody has heard, and whom the code is for. */
  factsFor({ customerId, customer }: SimulatedCart, rule: Rule): CodeFacts {
    const { max_uses_total, max_uses_per_customer, strings_total } = this.#caps;
    const cap = Math.min(max_uses_total ?? Infinity, strings_total ?? Infinity);
    const ofCustomer = customerId == null ? 0 : (this.#byCustomer.get(customerId) ?? 0);
    return {
      active: true,
      usesLeft: cap === Infinity ? null : cap - this.#total,
      customerKnown: true,
      customerUsesLeft: max_uses_per_customer === null ? null : max_uses_per_customer - ofCustomer,
      customerIsNew: customer?.isNew ?? rule.customerEligibility === 'new',
    };
  }

  count({ customerId }: SimulatedCart): void {
    this.#total += 1;
    if (customerId != null) this.#byCustomer.set(customerId, (this.#byCustomer.get(customerId) ?? 0) + 1);
  }
}

function presentQuote(answer: Quote): SimulateAnswer['carts'][number] {
  const { applies, discountAmount, shippingDiscount, total } = answer;
  return { applies, reason: answer.applies ? null : answer.reason, discountAmount, shippingDiscount, total };
}

function totalsOf(quotes: readonly Quote[]): SimulateAnswer['totals'] {
  const totals = new Map<string, SimulateAnswer['totals'][number]>();
  for (const answer of quotes) {
    const { currency, discountAmount, shippingDiscount, total } = answer;
    const sum = totals.get(currency) ?? {
      currency,
      carts: 0,
      applied: 0,
      discountAmount: 0,
      shippingDiscount: 0,
      totalBefore: 0,
      totalAfter: 0,
    };
    totals.set(currency, {
      currency,
      carts: sum.carts + 1,
      applied: sum.applied + Number(answer.applies),
      discountAmount: sum.discountAmount + discountAmount,
      shippingDiscount: sum.shippingDiscount + shippingDiscount,
      totalBefore: sum.totalBefore + answer.subtotal + answer.shippingAmount,
      totalAfter: sum.totalAfter + total,
    });
  }
  return [...totals.values()];
}
