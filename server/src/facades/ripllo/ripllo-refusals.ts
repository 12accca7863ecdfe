import type { RefusalTable } from '../refusal-table.js';

/** Ripllo's names. Its clients know nine reasons; what Hemat can refuse beside them takes the nearest. */
export const riplloRefusals: RefusalTable = {
  errors: {
    INVALID_API_KEY: 'INVALID_KEY',
    REPLAYED_REQUEST: 'BAD_SIGNATURE',
    SECRET_KEY_IN_BROWSER: 'INVALID_KEY',
    ORIGIN_NOT_ALLOWED: 'FORBIDDEN',
    FIELD_IMMUTABLE: 'CONFLICT',
    QUOTE_CHANGED: 'CONFLICT',
    ORDER_ALREADY_DISCOUNTED: 'CONFLICT',
    REDEMPTION_CONFLICT: 'CONFLICT',
    BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
    IDEMPOTENCY_KEY_REUSED: { code: 'IDEMPOTENCY_KEY_IN_USE', status: 409 },
  },
  reasons: {
    CODE_NOT_FOUND: 'NOT_FOUND',
    INACTIVE: 'INACTIVE',
    NOT_YET_VALID: 'NOT_YET_ACTIVE',
    EXPIRED: 'EXPIRED',
    MAX_USES_REACHED: 'GLOBAL_LIMIT',
    CUSTOMER_REQUIRED: 'PER_CUSTOMER_LIMIT',
    CUSTOMER_LIMIT_REACHED: 'PER_CUSTOMER_LIMIT',
    CUSTOMER_NOT_ELIGIBLE: 'PER_CUSTOMER_LIMIT',
    CURRENCY_MISMATCH: 'CURRENCY_MISMATCH',
    REGION_MISMATCH: 'SCOPE_MISMATCH',
    MIN_PURCHASE_NOT_MET: 'MIN_PURCHASE',
    SCOPE_MISMATCH: 'SCOPE_MISMATCH',
    NOT_COMBINABLE: 'SCOPE_MISMATCH',
    NOT_APPLICABLE: 'NOT_FOUND',
  },
};

/** The reasons as Ripllo's portal page spells them, for a question in that page's form. */
export const portalReasons: RefusalTable['reasons'] = {
  CODE_NOT_FOUND: 'not_found',
  INACTIVE: 'inactive',
  NOT_YET_VALID: 'not_yet_valid',
  EXPIRED: 'expired',
  MAX_USES_REACHED: 'out_of_uses',
  CUSTOMER_REQUIRED: 'customer_required',
  CUSTOMER_LIMIT_REACHED: 'customer_limit_reached',
  CUSTOMER_NOT_ELIGIBLE: 'customer_not_eligible',
  CURRENCY_MISMATCH: 'currency_mismatch',
  REGION_MISMATCH: 'region_mismatch',
  MIN_PURCHASE_NOT_MET: 'min_purchase_not_met',
  SCOPE_MISMATCH: 'scope_mismatch',
  NOT_COMBINABLE: 'not_combinable',
  NOT_APPLICABLE: 'not_found',
};
