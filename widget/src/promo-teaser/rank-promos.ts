import { quote, type Rule, type Reason } from '@hemat/shared';
import type { MissingFact, Model } from '../store/model.js';

/** One promo as the present cart sees it. */
export interface RankedPromo {
  readonly code: string;
  readonly title: string | null;
  readonly rule: Rule;
  /** Whether it is among the applied codes. */
  readonly isUsed: boolean;
  /** What it takes off alone, items and shipping together, minor units. */
  readonly saving: number;
  /** Why it does not apply yet; `null` where it does. */
  readonly refusal: { readonly reason: Reason; readonly missing: readonly MissingFact[] } | null;
}

/** The promos of a model that the shopper can use now or work towards: the best saving first, then the nearest. */
export function rankPromos({ promos, cart, now, settled }: Model): RankedPromo[] {
  if (promos.kind !== 'listed') return [];
  return promos.items
    .map(({ item, rule }): RankedPromo => {
      const answer = quote(cart, [rule], { now, codes: {} });
      return {
        code: item.code,
        title: item.title,
        rule,
        isUsed: settled.applied.some((held) => held.rule.id === rule.id),
        saving: answer.discountAmount + answer.shippingDiscount,
        refusal: answer.applies ? null : answer,
      };
    })
    .filter(({ refusal }) => !refusal || refusal.missing.length > 0)
    .sort((a, b) => b.saving - a.saving || distance(a) - distance(b));
}

/** How much is missing to the minimum; what is missing otherwise comes last. */
function distance({ refusal }: RankedPromo): number {
  const [missing] = refusal?.missing ?? [];
  if (!missing) return -1;
  return missing.kind === 'minPurchase' ? missing.shortBy : Number.MAX_SAFE_INTEGER;
}
