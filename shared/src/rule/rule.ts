/** What a code gives. Percentages are basis points (10 % = 1000), fixed amounts are minor units. */
export type Discount =
  | { readonly type: 'percent' | 'shipping_percent'; readonly basisPoints: number }
  | { readonly type: 'fixed' | 'shipping_fixed'; readonly amount: number };

/** The four discount types. */
export type DiscountType = Discount['type'];

/** Which lines a code looks at. */
export type Scope = 'cart' | 'products' | 'tags';

/** The class a code belongs to when codes are combined: shipping types → `shipping`, scope cart → `cart`, else `products`. */
export type CombinationClass = 'cart' | 'products' | 'shipping';

/** Who may use a code. `new`: no earlier paid order. */
export type CustomerEligibility = 'all' | 'new' | 'returning';

/** The rule behind one code, in inner units: epoch milliseconds, basis points, minor units. */
export interface Rule {
  readonly id: string;
  /** The code as the merchant typed it. */
  readonly code: string;
  /** Grows with every change of the rule. */
  readonly version: number;
  readonly title: string | null;
  readonly discount: Discount;
  /** ISO 4217; `null` fits any currency (percent codes without money fields). */
  readonly currency: string | null;
  readonly scope: Scope;
  readonly productIds: readonly string[];
  readonly tagFilter: readonly string[];
  /** Minor units, compared with the undiscounted item subtotal, inclusive. */
  readonly minPurchaseAmount: number | null;
  /** Minor units. */
  readonly maxDiscountAmount: number | null;
  /** ISO 3166-1 or -2 codes; `null` means everywhere. */
  readonly regions: readonly string[] | null;
  readonly combinesWith: readonly CombinationClass[];
  /** Epoch ms, inclusive. */
  readonly startsAt: number | null;
  /** Epoch ms, exclusive. */
  readonly expiresAt: number | null;
  readonly customerEligibility: CustomerEligibility;
  /** Whether the rule has a cap per customer. */
  readonly hasCustomerLimit: boolean;
  /** Minor units; a percent amount is rounded down to a multiple of it. `null`: none. */
  readonly roundingIncrement: number | null;
}

/** A typed string that names no code of the workspace. */
export interface UnknownCode {
  readonly unknown: string;
}

/** What stands behind one typed string. */
export type Candidate = Rule | UnknownCode;
