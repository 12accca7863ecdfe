import { quote, termsFromRule, type Cart, type CodeFacts, type Rule } from '@hemat/shared';
import type { TeaserAnswer, TeaserItem, TeaserQuery } from '@hemat/shared/schemas';
import { listPublicDiscountCodes, type DiscountCodeRow } from '../storage/repositories/discount-codes.js';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';
import { presentMissing } from './present-missing.js';
import { factsOfRow } from './read-facts.js';
import { ruleFromRow } from './rule-from-row.js';

const mostItems = 100;

/**
 * The public codes that run now and are not used up, best saving first. The estimate takes the cart for one line that has every
 * tag and product of the query: at most this for a code that looks at some lines only.
 */
export async function listPublicPromos(deps: CallDeps, query: TeaserQuery): Promise<Outcome<TeaserAnswer>> {
  const { workspace, storage } = deps;
  const now = deps.now();
  const currency = query.currency ?? workspace.defaultCurrency;
  const listed = { workspaceId: workspace.id, now, limit: mostItems };
  const items: TeaserItem[] = [];
  for (const row of await listPublicDiscountCodes(storage.reader, listed)) {
    const facts = await publicFacts(deps, row, now);
    if (facts.usesLeft !== null && facts.usesLeft <= 0) continue;
    const rule = ruleFromRow(row, workspace.roundingIncrement);
    items.push(itemOf(rule, cartFor(rule, query, currency), facts, now));
  }
  items.sort((a, b) => Number(b.eligible) - Number(a.eligible) || b.estimatedDiscount - a.estimatedDiscount);
  return done({ items, currency, serverTime: new Date(now).toISOString() });
}

/** A browser is believed no customer. */
function publicFacts(deps: CallDeps, row: DiscountCodeRow, now: number): Promise<CodeFacts> {
  const unknown = {
    customer_uses: null,
    customer_holds: null,
    paid_orders: null,
    string_key: null,
    string_code: null,
    string_uses: null,
    string_holds: null,
  };
  const customer = { id: null, isNew: null };
  return factsOfRow(deps.storage.reader, { ...row, ...unknown }, { customer, now });
}

function cartFor({ productIds }: Rule, query: TeaserQuery, currency: string): Cart {
  const { subtotal = 0, tags = [], productIds: inCart = [], region } = query;
  const productId = inCart.find((id) => productIds.includes(id)) ?? inCart[0] ?? null;
  const line = { lineId: '1', productId, tags, quantity: 1, unitAmount: subtotal };
  return {
    currency,
    lines: tags.length + inCart.length === 0 ? [] : [line],
    subtotal,
    shippingAmount: 0,
    region: region?.toUpperCase() ?? null,
  };
}

function itemOf(rule: Rule, cart: Cart, facts: CodeFacts, now: number): TeaserItem {
  const answer = quote(cart, [rule], { now, codes: { [rule.id]: facts } });
  return {
    code: rule.code,
    title: rule.title,
    terms: termsFromRule(rule),
    eligible: answer.applies,
    estimatedDiscount: answer.discountAmount + answer.shippingDiscount,
    missing: answer.applies ? [] : answer.missing.map(presentMissing),
  };
}
