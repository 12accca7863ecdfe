import type { RedeemInput } from '@hemat/shared/schemas';

/** What the discount service still has to be told about an order. */
export type TaskWork =
  | { readonly kind: 'redeem'; readonly payload: RedeemInput }
  | { readonly kind: 'release'; readonly payload: { readonly orderId: string } }
  | { readonly kind: 'reverse'; readonly payload: { readonly redemptionId: string } };

/** How telling it ended. */
export type TaskOutcome =
  /** Counted; `created` is false when an earlier call had done it. */
  | { readonly kind: 'redeemed'; readonly created: boolean; readonly overLimit: boolean }
  | { readonly kind: 'released' | 'reversed'; readonly first: boolean }
  /** The service said no for good, with this code. */
  | { readonly kind: 'refused'; readonly code: string };

/** A row of the outbox: written with the order's change, carried out until it is done. */
export type Task = TaskWork & {
  readonly id: number;
  readonly orderId: string;
  /** Tries so far. */
  readonly attempts: number;
  /** Not before, epoch ms. */
  readonly dueAt: number;
  /** Why the last try failed. */
  readonly lastError: string | null;
  readonly outcome: TaskOutcome | null;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Epoch ms; null while it is open. */
  readonly doneAt: number | null;
};
