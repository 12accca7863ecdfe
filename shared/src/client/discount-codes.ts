import type { z } from 'zod';
import type { createDiscountCodeInput } from '../schemas/create-discount-code.js';
import type { DiscountCode, DiscountCodeStatus } from '../schemas/discount-code.js';
import type { OneTimeString } from '../schemas/one-time-string.js';
import type { PageOnWire } from '../schemas/page.js';
import type { patchDiscountCodeInput } from '../schemas/patch-discount-code.js';
import type { Redemption } from '../schemas/redemption.js';
import type { SimulateAnswer, simulateInput } from '../schemas/simulate.js';
import type { Stats, statsQuery } from '../schemas/stats.js';
import type { CallOptions, PostOptions } from './call-options.js';
import { listAll, type PageQuery } from './list-all.js';
import { createOrderCalls, type OrderCalls } from './order-calls.js';
import type { Transport } from './transport.js';

/** A new code; what is left out takes the workspace's default. Amounts in minor units. */
export type CreateDiscountCode = z.input<typeof createDiscountCodeInput>;

/** A change of a code: only what is named changes, `null` takes an optional limit away. */
export type PatchDiscountCode = z.input<typeof patchDiscountCodeInput>;

/** Which strings of a batch of one-time codes. */
export interface OneTimeStringQuery extends PageQuery {
  readonly state?: OneTimeString['state'];
  /** One string in any spelling. */
  readonly code?: string;
}

/** Which days, by day or month, in which currency. */
export type StatsSpan = z.input<typeof statsQuery>;

/** Which codes. */
export interface DiscountCodeQuery extends PageQuery {
  readonly active?: boolean;
  /** Active codes that end within this time from now: hours or days, such as `12h` or `7d`. */
  readonly expiringWithin?: string;
  /** A part of the code, name or title, in any letter case. */
  readonly q?: string;
  readonly status?: DiscountCodeStatus;
}

/** The workspace's codes, and the calls of a shop's order on them. Every call throws HematError. */
export interface DiscountCodeCalls extends OrderCalls {
  /** `CODE_EXISTS` where the workspace has this code in any spelling. */
  create(input: CreateDiscountCode, options?: PostOptions): Promise<DiscountCode>;
  /** One page, newest first. */
  list(query?: DiscountCodeQuery, options?: CallOptions): Promise<PageOnWire<DiscountCode>>;
  /** Every code of the query, newest first; a page is fetched when its first code is asked for. */
  listAll(query?: DiscountCodeQuery, options?: CallOptions): AsyncGenerator<DiscountCode, void, undefined>;
  /** `NOT_FOUND` where the workspace has no code with this id. */
  get(id: string, options?: CallOptions): Promise<DiscountCode>;
  /** `FIELD_IMMUTABLE` for another `code`, or another `type` once the code was redeemed. */
  update(id: string, change: PatchDiscountCode, options?: CallOptions): Promise<DiscountCode>;
  /** Never redeemable again, kept for its history; there is no deleting. */
  archive(id: string, options?: CallOptions): Promise<DiscountCode>;
  /** One page of the code's redemptions, newest first. */
  redemptions(id: string, query?: PageQuery, options?: CallOptions): Promise<PageOnWire<Redemption>>;
  /** One page of a batch's strings with their state and the order that has each, in the order they were generated; none for a code that is no batch. */
  strings(id: string, query?: OneTimeStringQuery, options?: CallOptions): Promise<PageOnWire<OneTimeString>>;
  /** What the code has brought, by the day of payment in the workspace's zone; the last 30 days by default. */
  stats(id: string, span?: StatsSpan, options?: CallOptions): Promise<Stats>;
  /** The same of all codes, each order once. */
  allStats(span?: StatsSpan, options?: CallOptions): Promise<Stats>;
  /** What the code would have cost on these carts. Stores nothing. */
  simulate(
    id: string,
    question: z.input<typeof simulateInput>,
    options?: CallOptions,
  ): Promise<SimulateAnswer>;
}

/** The calls on `/v1/discount-codes`. */
export function createDiscountCodeCalls(transport: Transport): DiscountCodeCalls {
  const path = (id: string) => `discount-codes/${encodeURIComponent(id)}`;
  const list: DiscountCodeCalls['list'] = (query = {}, options) =>
    transport.get('discount-codes', { ...query }, options);
  return {
    ...createOrderCalls(transport),
    create: (input, options) => transport.post('discount-codes', input, options),
    list,
    listAll: (query, options) => listAll((page) => list({ ...query, ...page }, options)),
    get: (id, options) => transport.get(path(id), {}, options),
    update: (id, change, options) => transport.patch(path(id), change, options),
    archive: (id, options) => transport.delete(path(id), options),
    redemptions: (id, query = {}, options) => transport.get(`${path(id)}/redemptions`, { ...query }, options),
    strings: (id, query = {}, options) => transport.get(`${path(id)}/strings`, { ...query }, options),
    stats: (id, span = {}, options) => transport.get(`${path(id)}/stats`, { ...span }, options),
    allStats: (span = {}, options) => transport.get('stats', { ...span }, options),
    simulate: (id, question, options) => transport.ask(`${path(id)}/simulate`, question, options),
  };
}
