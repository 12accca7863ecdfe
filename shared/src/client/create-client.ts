import { createApiKeyCalls, type ApiKeyCalls } from './api-keys.js';
import { createDiscountCodeCalls, type DiscountCodeCalls } from './discount-codes.js';
import { createModuleCalls, type ModuleCalls } from './modules.js';
import { createRedemptionCalls, type RedemptionCalls } from './redemptions.js';
import { createTransport, type TransportOptions } from './transport.js';
import { createWorkspaceCalls, type WorkspaceCalls } from './workspace.js';

/** What a client is made from: `endpoint` and `secretKey`, and how patient it is. */
export type ClientOptions = TransportOptions;

/** The service as a shop's back end calls it. */
export interface HematClient {
  readonly discountCodes: DiscountCodeCalls;
  readonly redemptions: RedemptionCalls;
  readonly workspace: WorkspaceCalls;
  readonly apiKeys: ApiKeyCalls;
  readonly modules: ModuleCalls;
}

/**
 * A client for one workspace's secret key. Calls that fail for now (no connection, no answer in time, 429, 502, 503, 504) are
 * repeated as `retry` allows, honouring `Retry-After`: every POST carries an Idempotency-Key, so that a repeat changes nothing
 * twice. What stays wrong is thrown as HematError.
 */
export function createClient(options: ClientOptions): HematClient {
  const transport = createTransport(options);
  return {
    discountCodes: createDiscountCodeCalls(transport),
    redemptions: createRedemptionCalls(transport),
    workspace: createWorkspaceCalls(transport),
    apiKeys: createApiKeyCalls(transport),
    modules: createModuleCalls(transport),
  };
}
