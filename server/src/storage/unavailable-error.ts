/** The database cannot take the call now: locked by another process, full, or too much is waiting. Nothing was written. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  readonly retryAfterSeconds: number;

  constructor(why: string, options: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(why, { cause: options.cause });
    this.retryAfterSeconds = options.retryAfterSeconds ?? 1;
  }
}
