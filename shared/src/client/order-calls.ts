import type { LockAnswer, LockInput } from '../schemas/lock.js';
import type { RedeemAnswer, RedeemInput } from '../schemas/redeem.js';
import type { ReleaseAnswer, ReleaseInput } from '../schemas/release.js';
import type { ValidateAnswer } from '../schemas/validate-answer.js';
import type { ValidateInput } from '../schemas/validate-input.js';
import type { CallOptions, PostOptions } from './call-options.js';
import type { Transport } from './transport.js';

/**
 * The life of a discount on an order, from the question to the payment. A refusal is an answer (`applies: false`) to `validate`;
 * to `lock` and `redeem` it is a thrown RefusedError with its `reason`, since the order cannot go on as it is.
 */
export interface OrderCalls {
  /** What would these codes give on this cart? Stores nothing. With `options.language` the `message` of a refusal is in that language. */
  validate(input: ValidateInput, options?: CallOptions): Promise<ValidateAnswer>;
  /**
   * The order was submitted: freezes what its codes give. The same order again gives the same rows with `created: false`. Throws
   * RefusedError where a code does not apply, QuoteChangedError where it gives another amount than `quote` signed, and
   * `ORDER_ALREADY_DISCOUNTED` where the order has a code that stands alone.
   */
  lock(input: LockInput, options?: PostOptions): Promise<LockAnswer>;
  /**
   * The order's payment is confirmed: counts the use, once for each order however often it is called. Throws RefusedError where no
   * use is left to take, and `REDEMPTION_CONFLICT` where the order was redeemed with another code or amount.
   */
  redeem(input: RedeemInput, options?: PostOptions): Promise<RedeemAnswer>;
  /** The order was cancelled before it was paid. `released` is false when it had been done before. */
  release(input: ReleaseInput, options?: PostOptions): Promise<ReleaseAnswer>;
}

/** The calls of an order on `/v1/discount-codes`. */
export function createOrderCalls(transport: Transport): OrderCalls {
  return {
    validate: (input, options) => transport.ask('discount-codes/validate', input, options),
    lock: (input, options) => transport.post('discount-codes/lock', input, options),
    redeem: (input, options) => transport.post('discount-codes/redeem', input, options),
    release: (input, options) => transport.post('discount-codes/release', input, options),
  };
}
