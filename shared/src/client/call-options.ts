/** What one call may say about itself. */
export interface CallOptions {
  /** Ends the call, its retries included; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** BCP 47 tag of the language for sentences in the answer, for example `id`; default is the service's, `en`. */
  readonly language?: string;
}

/** What a POST may say: with a key of its own it stays safe to repeat even across restarts of the caller. */
export interface PostOptions extends CallOptions {
  /** `Idempotency-Key`, kept by the service for 24 hours; default: a new random one for this call and its retries. */
  readonly idempotencyKey?: string;
}
