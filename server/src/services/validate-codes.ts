import {
  cartFromInput,
  explainChecks,
  quote,
  termsFromRule,
  type AppliedQuote,
  type Candidate,
  type Cart,
  type Reason,
  type RefusedQuote,
  type Rule,
} from '@hemat/shared';
import type {
  AppliedAnswer,
  PublicValidateInput,
  RefusedAnswer,
  Terms,
  ValidateInput,
} from '@hemat/shared/schemas';
import { askedCodes, type AskedCode } from './asked-codes.js';
import { cartHash } from './cart-hash.js';
import { verifyCustomerToken } from './customer-token.js';
import type { CallDeps } from './deps.js';
import { figuresOf } from './ledger/quote-change.js';
import { done, type Outcome } from './outcome.js';
import { presentMissing } from './present-missing.js';
import { readFacts, type Customer, type FactsRead } from './read-facts.js';
import { refuseInvalid } from './refuse-invalid.js';
import { quoteLifetime, signQuote } from './signed-quote.js';

/** Who asks: a shop's back end, or a browser that is believed nothing but a signed customer token. */
export type ValidateQuestion =
  | { readonly audience: 'secret'; readonly body: ValidateInput }
  | { readonly audience: 'public'; readonly body: PublicValidateInput };

/** The answer without its sentence, which is added at the edge. */
export type ValidateVerdict = AppliedAnswer | Omit<RefusedAnswer, 'message'>;

/** What these codes would give on this cart now. Reads only. */
export async function validateCodes(
  deps: CallDeps,
  question: ValidateQuestion,
): Promise<Outcome<ValidateVerdict>> {
  const customer = await customerOf(deps, question);
  if (customer === null) {
    const message = 'was not signed with a key of this workspace';
    return refuseInvalid([{ path: ['customerToken'], code: 'custom', message }]);
  }
  const cart = cartFromInput(question.body, deps.workspace.defaultCurrency);
  const codes = askedCodes(question.body);
  const read = await readFacts(deps, deps.storage.reader, { codes, customer, now: deps.now() });
  const answer = quote(cart, read.candidates, read.facts);
  return done({
    ...(answer.applies ? applied(deps, cart, read, answer) : refusal(codes, read, answer)),
    ...(question.audience === 'secret' && forSecretKey(codes, cart, read)),
  });
}

async function customerOf(deps: CallDeps, { audience, body }: ValidateQuestion): Promise<Customer | null> {
  if (audience === 'secret') return { id: body.customerId ?? null, isNew: body.customer?.isNew ?? null };
  if (body.customerToken == null) return { id: null, isNew: null };
  return verifyCustomerToken(deps, body.customerToken);
}

function applied(
  deps: CallDeps,
  cart: Cart,
  { candidates, facts }: FactsRead,
  answer: AppliedQuote,
): AppliedAnswer {
  const expiresAt = facts.now + quoteLifetime;
  const rules = candidates.filter(isRule);
  return {
    applies: true,
    codes: answer.codes.map(({ id, code, discountAmount, shippingDiscount }, place) => ({
      id,
      code,
      discountAmount,
      shippingDiscount,
      terms: termsOf(rules[place]),
    })),
    ...figuresOf(answer),
    allocations: answer.allocations.map((allocation) => ({ ...allocation })),
    quote: signQuote(deps, answer, { cartHash: cartHash(cart), expiresAt }),
    quoteExpiresAt: new Date(expiresAt).toISOString(),
    serverTime: new Date(facts.now).toISOString(),
  };
}

/** Reasons that the shopper can act on, for which the terms say how. */
const actionable: ReadonlySet<Reason> = new Set<Reason>([
  'MIN_PURCHASE_NOT_MET',
  'SCOPE_MISMATCH',
  'REGION_MISMATCH',
  'NOT_YET_VALID',
  'NOT_COMBINABLE',
]);

function refusal(
  codes: readonly AskedCode[],
  { candidates, facts }: FactsRead,
  answer: RefusedQuote,
): Omit<RefusedAnswer, 'message'> {
  const candidate = candidates[answer.index];
  const isShown = actionable.has(answer.reason) && candidate !== undefined && isRule(candidate);
  return {
    applies: false,
    reason: answer.reason,
    code: codes[answer.index]?.typed ?? '',
    missing: answer.missing.map(presentMissing),
    ...(isShown && { terms: termsFromRule(candidate) }),
    ...figuresOf(answer),
    serverTime: new Date(facts.now).toISOString(),
  };
}

/** What only a secret key is told: each check's outcome, and the uses left of the first code. */
function forSecretKey(codes: readonly AskedCode[], cart: Cart, { rows, candidates, facts }: FactsRead) {
  const [first] = rows;
  return {
    checks: explainChecks(cart, candidates, facts).map(({ index, check, outcome }) => ({
      code: codes[index]?.typed ?? '',
      check,
      outcome,
    })),
    usesLeft: first === undefined ? null : (facts.codes[first.id]?.usesLeft ?? null),
  };
}

function isRule(candidate: Candidate): candidate is Rule {
  return !('unknown' in candidate);
}

function termsOf(rule: Rule | undefined): Terms {
  if (rule === undefined) throw new RangeError('an answer that applies has a rule for every code');
  return termsFromRule(rule);
}
