import type { reasons } from '../rule/reason.js';

/** Every error code of the contract with its HTTP status. Reasons of a refused lock or redeem are 422. */
export const errorStatus = {
  VALIDATION_ERROR: 400,
  AUTH_REQUIRED: 401,
  INVALID_API_KEY: 401,
  INVALID_CREDENTIALS: 401,
  BAD_SIGNATURE: 401,
  CLOCK_SKEW: 401,
  REPLAYED_REQUEST: 401,
  SECRET_KEY_IN_BROWSER: 401,
  FORBIDDEN: 403,
  UPGRADE_REQUIRED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CODE_EXISTS: 409,
  FIELD_IMMUTABLE: 409,
  QUOTE_CHANGED: 409,
  ORDER_ALREADY_DISCOUNTED: 409,
  REDEMPTION_CONFLICT: 409,
  MARKETING_MODULE_DISABLED: 409,
  ENDPOINT_LIMIT_REACHED: 409,
  ENDPOINT_DISABLED: 409,
  DELIVERY_PENDING: 409,
  IDEMPOTENCY_KEY_IN_USE: 409,
  LAST_OWNER: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  UNAVAILABLE: 503,
} as const;

/** A code of the error table, reasons included. */
export type ErrorCode = keyof typeof errorStatus | (typeof reasons)[number];
