import { readFileSync, readdirSync } from 'node:fs';
import type { CodeFacts, Facts } from '../src/rule/facts.js';
import type { Candidate, Rule } from '../src/rule/rule.js';
import { ruleFromTerms } from '../src/rule/rule-from-terms.js';
import type { CartInput } from '../src/schemas/cart-input.js';
import type { DiscountCode } from '../src/schemas/discount-code.js';
import type { MissingOnWire } from '../src/schemas/missing.js';
import type { Terms } from '../src/schemas/terms.js';

/** A code as its creation would be asked for; fields left out have their defaults. */
export type GoldenCode = { readonly code: string } & Pick<DiscountCode, 'type' | 'value'> &
  Partial<
    Pick<
      DiscountCode,
      | 'active'
      | 'combinesWith'
      | 'currency'
      | 'customerEligibility'
      | 'expiresAt'
      | 'maxDiscountAmount'
      | 'maxUsesPerCustomer'
      | 'maxUsesTotal'
      | 'minPurchaseAmount'
      | 'productIds'
      | 'regions'
      | 'scope'
      | 'startsAt'
      | 'tagFilter'
    >
  >;

/** What must come out; `codes` only where several apply. Amounts in minor units, `missing` as on the wire. */
export type GoldenAnswer =
  | {
      readonly applies: true;
      readonly discountAmount: number;
      readonly shippingDiscount: number;
      readonly total: number;
      readonly allocations: readonly { lineId: string; amount: number }[];
      readonly codes?: readonly { code: string; discountAmount: number; shippingDiscount: number }[];
    }
  | {
      readonly applies: false;
      readonly reason: string;
      /** The refused code. */
      readonly code: string;
      readonly missing: readonly MissingOnWire[];
    };

/** One readable case; the files lie in `shared/src/golden`. */
export interface GoldenCase {
  readonly file: string;
  readonly name: string;
  readonly codes: readonly GoldenCode[];
  /** What the shopper typed; by default every code in order. */
  readonly typed?: readonly string[];
  /** Uses before the question, by code: in total and of this customer. */
  readonly uses?: Readonly<Record<string, { total?: number; customer?: number }>>;
  /** Who asks; absent: nobody we know. */
  readonly customer?: { readonly isNew: boolean };
  /** Of the workspace, minor units; absent: none. */
  readonly roundingIncrement?: number;
  readonly cart: CartInput;
  readonly expected: GoldenAnswer;
}

/** The moment at which every golden case is asked. */
export const goldenNow = '2026-06-15T03:00:00.000Z';

const folder = new URL('../src/golden/', import.meta.url);

/** Every golden case, read from its JSON. */
export function goldenCases(): GoldenCase[] {
  return readdirSync(folder).flatMap((file) => {
    // The files are ours; the rule tests below fail on a case that is not of this shape.
    const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: GoldenCase[] };
    return cases.map((golden) => ({ ...golden, file }));
  });
}

/** The candidates and facts of a case for the rule core. */
export function askCore(golden: GoldenCase): { candidates: Candidate[]; facts: Facts } {
  const rules = golden.codes.map((code) => goldenRule(code, golden.roundingIncrement ?? null));
  const typed = golden.typed ?? golden.codes.map(({ code }) => code);
  const candidates = typed.map((unknown) => rules.find((rule) => rule.code === unknown) ?? { unknown });
  const codes = Object.fromEntries(golden.codes.map((code) => [idOf(code), goldenFacts(golden, code)]));
  return { candidates, facts: { now: Date.parse(goldenNow), codes } };
}

function goldenRule(code: GoldenCode, roundingIncrement: number | null): Rule {
  const defaults: Omit<Terms, 'id' | 'code' | 'type' | 'value'> = {
    version: 1,
    title: null,
    currency: null,
    scope: 'cart',
    productIds: [],
    tagFilter: [],
    minPurchaseAmount: null,
    maxDiscountAmount: null,
    regions: null,
    combinesWith: [],
    startsAt: null,
    expiresAt: null,
    customerEligibility: 'all',
    customerRequired: false,
    roundingIncrement,
  };
  const { active, maxUsesTotal, maxUsesPerCustomer, ...terms } = code;
  const hasCustomerLimit = maxUsesPerCustomer != null;
  return { ...ruleFromTerms({ ...defaults, ...terms, id: idOf(code) }), hasCustomerLimit };
}

function goldenFacts({ uses, customer }: GoldenCase, code: GoldenCode): CodeFacts {
  const used = uses?.[code.code] ?? {};
  const { maxUsesTotal = null, maxUsesPerCustomer = null } = code;
  return {
    active: code.active ?? true,
    usesLeft: maxUsesTotal === null ? null : maxUsesTotal - (used.total ?? 0),
    customerKnown: customer !== undefined,
    customerUsesLeft:
      maxUsesPerCustomer === null || customer === undefined
        ? null
        : maxUsesPerCustomer - (used.customer ?? 0),
    customerIsNew: customer?.isNew ?? null,
  };
}

function idOf({ code }: GoldenCode): string {
  return `disc_${code}`;
}
