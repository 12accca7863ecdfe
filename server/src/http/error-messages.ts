import type { errorStatus } from '@hemat/shared/schemas';

/** What each error says to the developer who reads it; reasons have their own sentences in `shared/locales`. */
export const errorMessages: Readonly<Record<keyof typeof errorStatus, string>> = {
  VALIDATION_ERROR: 'The request is not valid; details name each fault.',
  AUTH_REQUIRED: 'Send a key (Authorization: Bearer sk_…), or sign in.',
  INVALID_API_KEY: 'The key is unknown, mistyped or revoked.',
  INVALID_CREDENTIALS: 'E-mail and password do not belong together.',
  BAD_SIGNATURE: 'The signature does not fit the request.',
  CLOCK_SKEW: 'The signature was created more than 300 seconds from now; check the clock.',
  REPLAYED_REQUEST: 'A request with this nonce was received before.',
  SECRET_KEY_IN_BROWSER:
    'A secret key came from a web page. Revoke it, and use a publishable key in the browser.',
  FORBIDDEN: 'The key or the member may not do this.',
  UPGRADE_REQUIRED: 'The plan of this workspace does not include the module.',
  ORIGIN_NOT_ALLOWED: 'This may not be called from this origin.',
  NOT_FOUND: 'There is nothing here.',
  CODE_EXISTS: 'The workspace has this code already, in this or another spelling.',
  FIELD_IMMUTABLE: 'This field can no longer change.',
  QUOTE_CHANGED: 'The discount is no longer what the shopper saw.',
  ORDER_ALREADY_DISCOUNTED: 'The order has a discount that this code cannot stand beside.',
  REDEMPTION_CONFLICT: 'The order was redeemed with another code or amount.',
  MARKETING_MODULE_DISABLED: 'The Marketing module of this workspace is off.',
  ENDPOINT_LIMIT_REACHED: 'The workspace has as many webhook endpoints as it may; delete one first.',
  ENDPOINT_DISABLED: 'The webhook endpoint is off; switch it on first.',
  DELIVERY_PENDING: 'The event is queued already.',
  IDEMPOTENCY_KEY_IN_USE: 'A request with this Idempotency-Key is still running.',
  LAST_OWNER: 'A workspace keeps at least one owner; make another one first.',
  BODY_TOO_LARGE: 'The body is larger than 64 KB, or the file larger than 10 MB.',
  UNSUPPORTED_MEDIA_TYPE:
    'Send JSON with Content-Type: application/json, a file of codes as text/csv or application/x-ndjson; unencoded.',
  IDEMPOTENCY_KEY_REUSED: 'The Idempotency-Key belongs to another request.',
  RATE_LIMITED: 'Too many requests; Retry-After says when to come again.',
  INTERNAL_ERROR: 'The service failed; the request id leads to the cause in its log.',
  UNAVAILABLE: 'The service cannot take the request now; Retry-After says when to come again.',
};
