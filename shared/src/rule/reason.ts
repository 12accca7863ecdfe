/** Why a code does not apply, in the order of the checks; the first failure decides. Source: domain, "order of checks". */
export const reasons = [
  'CODE_NOT_FOUND',
  'INACTIVE',
  'NOT_YET_VALID',
  'EXPIRED',
  'MAX_USES_REACHED',
  'CUSTOMER_REQUIRED',
  'CUSTOMER_LIMIT_REACHED',
  'CUSTOMER_NOT_ELIGIBLE',
  'CURRENCY_MISMATCH',
  'REGION_MISMATCH',
  'MIN_PURCHASE_NOT_MET',
  'SCOPE_MISMATCH',
  'NOT_COMBINABLE',
] as const;

/** A reason the rule core can give. */
export type Reason = (typeof reasons)[number];

/** The single reason a public call gives for a hidden one while the workspace answers `publicReasons: generic`. */
export const genericReason = 'NOT_APPLICABLE';

/** A reason as it may travel on the wire. */
export type WireReason = Reason | typeof genericReason;
