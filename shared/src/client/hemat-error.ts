import type { ErrorCode } from '../schemas/error-code.js';

/** What can go wrong before the service has said anything: no connection, no answer in time, an answer that is not ours. */
export type TransportCode = 'NETWORK' | 'TIMEOUT' | 'BAD_ANSWER';

/** A code of the error table, a transport code, or a code of a newer service. */
export type HematErrorCode = ErrorCode | TransportCode | (string & {});

/** The facts of one failed call. */
export interface HematFailure {
  readonly code: HematErrorCode;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** The service's name for the call, for its log; `null` where there was no answer of ours. */
  readonly requestId?: string | null;
  /** Seconds to wait before the next try, from `Retry-After`; `null` where the service named none. */
  readonly retryAfter?: number | null;
  /** The faulty field of the request, where there is one. */
  readonly field?: string | null;
  /** More facts as the service sent them. */
  readonly details?: unknown;
}

/** A call that failed: refused as malformed or forbidden, refused for now (429, 503), or never answered. */
export class HematError extends Error {
  override readonly name = 'HematError';
  readonly code: HematErrorCode;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly requestId: string | null;
  /** Seconds; `null` where the service named none. */
  readonly retryAfter: number | null;
  readonly field: string | null;
  readonly details: unknown;

  constructor(message: string, failure: HematFailure, options?: ErrorOptions) {
    super(message, options);
    this.code = failure.code;
    this.status = failure.status;
    this.requestId = failure.requestId ?? null;
    this.retryAfter = failure.retryAfter ?? null;
    this.field = failure.field ?? null;
    this.details = failure.details;
  }
}
