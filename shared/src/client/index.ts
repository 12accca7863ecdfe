export type { ApiKeyCalls } from './api-keys.js';
export type { CallOptions, PostOptions } from './call-options.js';
export { createClient, type ClientOptions, type HematClient } from './create-client.js';
export type {
  CreateDiscountCode,
  DiscountCodeCalls,
  DiscountCodeQuery,
  OneTimeStringQuery,
  PatchDiscountCode,
  StatsSpan,
} from './discount-codes.js';
export { HematError, type HematErrorCode, type HematFailure, type TransportCode } from './hemat-error.js';
export type { PageQuery } from './list-all.js';
export type { ModuleCalls } from './modules.js';
export type { OrderCalls } from './order-calls.js';
export { QuoteChangedError, type QuoteChange, type QuoteChangeCause } from './quote-changed-error.js';
export type { RedemptionCalls, RedemptionQuery } from './redemptions.js';
export { RefusedError } from './refused-error.js';
export type { RetryPolicy } from './retry-policy.js';
export type { PatchWorkspace, WorkspaceCalls } from './workspace.js';
export { signCustomerToken, type CustomerTokenOptions } from './sign-customer-token.js';
