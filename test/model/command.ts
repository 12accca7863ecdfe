import type { DiscountCode } from '@hemat/shared/schemas';

/** The fields of a code that are played with; what else a code has is none of a ledger's business. */
export const codeFields = [
  'code',
  'type',
  'value',
  'title',
  'currency',
  'scope',
  'productIds',
  'tagFilter',
  'minPurchaseAmount',
  'maxDiscountAmount',
  'maxUsesTotal',
  'maxUsesPerCustomer',
  'customerEligibility',
  'regions',
  'combinesWith',
  'startsAt',
  'expiresAt',
  'active',
  'limitPolicy',
  'holdMinutes',
] as const;

/** What a merchant says of a code. */
export type CodeFields = Pick<DiscountCode, (typeof codeFields)[number]> & { readonly code: string };

/** A cart as the wire takes it. */
export interface CartBody {
  readonly currency: string;
  readonly shippingAmount: number;
  readonly subtotal?: number;
  readonly region?: string;
  readonly lineItems?: readonly {
    readonly lineId: string;
    readonly productId: string;
    readonly tags: readonly string[];
    readonly quantity: number;
    readonly unitAmount: number;
  }[];
}

interface Buyer {
  readonly customerId: string | null;
  readonly isNew: boolean | null;
}

/** What a shop asks; codes as typed, orders by their id. */
export interface OrderQuestion extends Buyer {
  readonly codes: readonly string[];
  readonly cart: CartBody;
}

/** One step of a sequence: plain data, so that the same seed plays alike on every player. */
export type Command =
  | { readonly does: 'create'; readonly fields: Partial<CodeFields> & { code: string } }
  | { readonly does: 'patch'; readonly code: string; readonly fields: Partial<CodeFields> }
  | { readonly does: 'archive'; readonly code: string }
  | ({
      readonly does: 'validate';
      /** Where to keep the signed quote. */ readonly keepAs: string;
    } & OrderQuestion)
  | ({
      readonly does: 'lock';
      readonly orderId: string;
      /** Which kept quote is shown. */ readonly shown: string | null;
    } & OrderQuestion)
  | ({ readonly does: 'redeem'; readonly orderId: string } & Buyer & {
        readonly codes: readonly string[] | null;
        readonly cart: CartBody | null;
      })
  | { readonly does: 'release'; readonly orderId: string }
  | {
      readonly does: 'reverse';
      readonly orderId: string;
      readonly code: string;
      readonly restoreUse: boolean;
    }
  /** The sweep that gives back holds that ran out: nothing that is asked later may depend on it. */
  | { readonly does: 'sweep' }
  | { readonly does: 'pass'; readonly ms: number };
