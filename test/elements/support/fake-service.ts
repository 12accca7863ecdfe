import { canonicalCode, cartFromInput, quote, termsFromRule, type Rule } from '@hemat/shared';
import type { PublicQuestion } from '@hemat/shared/public-client';
import type { Terms } from '@hemat/shared/schemas';
import { vi } from 'vitest';

/** One question that has reached the network. */
export interface SeenQuestion extends PublicQuestion {
  readonly workspace: string;
  readonly signal: AbortSignal;
}

/** What goes wrong with the next requests, until it is `null` again. */
export type Fault =
  { readonly status: number; readonly code?: string; readonly headers?: HeadersInit } | 'network' | null;

/** The service as far as a page sees it, at the fetch boundary: the real rule core behind a network that can be held or fail. */
export class FakeService {
  readonly rules: Rule[] = [];
  /** Codes the service takes back, with the reason. */
  readonly takenBack = new Map<string, 'MAX_USES_REACHED' | 'INACTIVE'>();
  readonly questions: SeenQuestion[] = [];
  readonly lists: URL[] = [];
  fault: Fault = null;
  /** What the service's clock is ahead of the browser's, ms. */
  ahead = 0;
  #gate: Promise<void> = Promise.resolve();
  #signed = 0;

  constructor() {
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => this.#answer(new Request(input, init)));
  }

  /** Keeps every answer back until the function it answers is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async #answer(request: Request): Promise<Response> {
    const { signal } = request;
    const url = new URL(request.url);
    const isQuestion = request.method === 'POST';
    const body = isQuestion ? await request.json() : null;
    if (isQuestion) this.questions.push({ ...body, signal });
    else this.lists.push(url);
    await Promise.race([this.#gate, aborted(signal)]);
    signal.throwIfAborted();
    if (this.fault === 'network') throw new TypeError('Failed to fetch');
    if (this.fault) return refuse(this.fault);
    return envelope(isQuestion ? this.#validate(body) : this.#list(url));
  }

  #validate(question: SeenQuestion): unknown {
    const cart = cartFromInput(question, 'IDR');
    const candidates = question.codes.map((typed) => this.#find(typed) ?? { unknown: typed });
    const serverTime = new Date(this.#now).toISOString();
    const back = question.codes.find((typed) => this.takenBack.has(typed.toUpperCase()));
    const answer = quote(cart, candidates, { now: this.#now, codes: {} });
    const { currency, subtotal, shippingAmount } = cart;
    const figures = { currency, subtotal, shippingAmount };
    if (back !== undefined || !answer.applies) {
      const index = answer.applies ? -1 : answer.index;
      const code = back ?? question.codes[index] ?? '';
      const reason = back ? this.takenBack.get(back.toUpperCase()) : !answer.applies && answer.reason;
      const rule = this.#find(code);
      return {
        ...figures,
        discountAmount: 0,
        shippingDiscount: 0,
        total: subtotal + shippingAmount,
        applies: false,
        reason,
        code,
        message: 'refused',
        missing: answer.applies || back ? [] : onWire(answer.missing),
        ...(!back && rule && canBeActedOn.has(String(reason)) && { terms: termsFromRule(rule) }),
        serverTime,
      };
    }
    return {
      ...answer,
      codes: answer.codes.map((code) => ({ ...code, terms: this.#termsOf(code.code) })),
      quote: `signed-${(this.#signed += 1)}`,
      quoteExpiresAt: new Date(this.#now + 30 * 60_000).toISOString(),
      serverTime,
    };
  }

  #list(url: URL): unknown {
    const currency = url.searchParams.get('currency') ?? 'IDR';
    return {
      items: this.rules.map((rule) => ({
        code: rule.code,
        title: rule.title,
        terms: termsFromRule(rule),
        eligible: false,
        estimatedDiscount: 0,
        missing: [],
      })),
      currency,
      serverTime: new Date(this.#now).toISOString(),
    };
  }

  #termsOf(code: string): Terms {
    const rule = this.#find(code);
    if (!rule) throw new Error(`no rule ${code}`);
    return termsFromRule(rule);
  }

  #find(typed: string): Rule | undefined {
    return this.rules.find(({ code }) => keyOf(code) === keyOf(typed));
  }

  get #now(): number {
    return Date.now() + this.ahead;
  }
}

/** A rule with 10 % off the cart where nothing else is said. */
export function makeRule(given: Partial<Rule> & { code: string }): Rule {
  return {
    id: `disc_${given.code}`,
    version: 1,
    title: null,
    discount: { type: 'percent', basisPoints: 1000 },
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
    hasCustomerLimit: false,
    roundingIncrement: null,
    ...given,
  };
}

const canBeActedOn = new Set([
  'MIN_PURCHASE_NOT_MET',
  'SCOPE_MISMATCH',
  'REGION_MISMATCH',
  'NOT_YET_VALID',
  'NOT_COMBINABLE',
]);
const meta = { requestId: 'req_1', timestamp: '2026-01-01T00:00:00.000Z' };

function keyOf(typed: string): string {
  const canonical = canonicalCode(typed);
  return canonical.ok ? canonical.key : typed;
}

function onWire(missing: readonly { readonly kind: string }[]): unknown[] {
  return missing.map((fact) =>
    'at' in fact && typeof fact.at === 'number' ? { ...fact, at: new Date(fact.at).toISOString() } : fact,
  );
}

function envelope(data: unknown): Response {
  return Response.json({ data, error: null, meta });
}

function refuse({ status, code, headers }: Exclude<Fault, string | null>): Response {
  const error = { code: code ?? 'UNAVAILABLE', message: 'not now' };
  return Response.json({ data: null, error, meta }, { status, headers: headers ?? {} });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
