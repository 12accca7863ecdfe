import ky, { type Options } from 'ky';
import type { CartInput } from '../schemas/cart-input.js';
import type { TeaserAnswer } from '../schemas/teaser.js';
import type { ValidateAnswer } from '../schemas/validate-answer.js';
import { type Guard, readData } from './envelope.js';

export type { Guard } from './envelope.js';
export { HematError, type HematErrorCode, type HematFailure, type TransportCode } from './hemat-error.js';

/** Where the service is, whose codes are meant, and how an answer's shape is checked (zod's part at build time). */
export interface PublicClientOptions {
  /** The service's origin, for example `https://promo.example.com`. */
  readonly endpoint: string;
  /** The workspace's slug or id. */
  readonly workspace: string;
  /** `pk_…`, where the workspace asks for one. */
  readonly publishableKey?: string | null;
  /** For one call with its retry; default 8000 ms. */
  readonly timeoutMs?: number;
  readonly guards: {
    readonly validateAnswer: Guard<ValidateAnswer>;
    readonly teaserAnswer: Guard<TeaserAnswer>;
  };
}

/** The question "what would these codes give on this cart?", from a browser. */
export interface PublicQuestion extends CartInput {
  /** As typed, 1 … 10, in the order they were added. */
  readonly codes: readonly string[];
  /** Who is buying, vouched for by the shop's back end. */
  readonly customerToken?: string | null;
}

/** For which cart the promos are listed; without a subtotal nothing is computed for the cart. */
export interface PromoQuery {
  readonly currency?: string;
  /** Minor units. */
  readonly subtotal?: number;
  readonly region?: string;
}

/** The two calls a storefront's page may make. Both only read; a lost connection, 502, 503 and 504 are tried once more. */
export interface PublicClient {
  /** Says whether the codes apply; a refusal is an answer with `applies: false`, everything else throws HematError. */
  validateDiscount(question: PublicQuestion, options?: { signal?: AbortSignal }): Promise<ValidateAnswer>;
  /** The workspace's public promos, best saving first. Throws HematError. */
  listPromos(query: PromoQuery, options?: { signal?: AbortSignal }): Promise<TeaserAnswer>;
}

/** A client for a browser's page: no secret, no cookie. */
export function createPublicClient(options: PublicClientOptions): PublicClient {
  const { endpoint, workspace, publishableKey, timeoutMs = 8000, guards } = options;
  const http = ky.create({
    prefixUrl: `${endpoint.replace(/\/+$/, '')}/v1`,
    credentials: 'omit',
    headers: publishableKey ? { authorization: `Bearer ${publishableKey}` } : {},
    retry: {
      limit: 1,
      methods: ['get', 'post'],
      statusCodes: [502, 503, 504],
      afterStatusCodes: [],
      delay: () => 300,
    },
    timeout: false,
  });
  const within = (signal?: AbortSignal): AbortSignal => {
    const deadline = AbortSignal.timeout(timeoutMs);
    return signal ? AbortSignal.any([signal, deadline]) : deadline;
  };
  /** Async, so that an endpoint that is no address fails like one that cannot be reached. */
  const send = async (path: string, request: Options): Promise<Response> => http(path, request);
  return {
    validateDiscount: (question, { signal } = {}) => {
      const json = { workspace, ...question };
      const request = { method: 'post', json, signal: within(signal) };
      return readData(send('storefront/public/validate-discount', request), guards.validateAnswer);
    },
    listPromos: (query, { signal } = {}) => {
      const path = `storefront/public/${encodeURIComponent(workspace)}/discount-codes`;
      const request = { searchParams: { ...query }, signal: within(signal) };
      return readData(send(path, request), guards.teaserAnswer);
    },
  };
}
