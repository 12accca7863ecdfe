import type { Redemption } from '@hemat/shared/schemas';
import type { Command } from './command.js';

/** What of a row is compared: not its ids, which each player draws for itself, nor the moment of a sweep. */
export const rowFields = [
  'code',
  'ruleVersion',
  'orderId',
  'externalSource',
  'customerId',
  'status',
  'limitPolicy',
  'overLimit',
  'currency',
  'subtotal',
  'shippingAmount',
  'discountAmount',
  'shippingDiscount',
  'total',
  'allocations',
  'feeAmount',
  'holdExpiresAt',
  'lockedAt',
  'redeemedAt',
  'releasedAt',
  'reversedAt',
  'useRestored',
  'createdAt',
] as const;

/** A row of the ledger. */
export type LedgerRow = Pick<Redemption, (typeof rowFields)[number]> & { readonly hasExpired: boolean };

/** Where a code's counters stand. */
export interface CodeCounters {
  readonly uses: number;
  readonly holds: number;
}

/** What is left when a sequence has ended. */
export interface Remains {
  /** By order and code. */
  readonly ledger: readonly LedgerRow[];
  readonly counters: Readonly<Record<string, CodeCounters>>;
  /** Paid orders by customer. */
  readonly paidOrders: Readonly<Record<string, number>>;
  /** Types of all events with what they speak of, sorted. */
  readonly events: readonly string[];
}

/** Someone who plays a sequence: the model, or the service on a database. */
export interface Player {
  /** Plain data: a refusal has `refused`, its reason code. */
  readonly play: (command: Command) => Promise<object>;
  readonly remains: () => Promise<Remains>;
}
