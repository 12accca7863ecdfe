import type { Cart, Figures } from '@hemat/shared';
import type { LockAnswer } from '@hemat/shared/schemas';
import type { OrderKey } from '../../storage/repositories/orders.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { AskedCode } from '../asked-codes.js';
import { presentRedemption } from '../present-redemption.js';
import type { SignedQuote } from '../signed-quote.js';
import { firstRow } from './order-rows.js';
import { figuresOf } from './quote-change.js';

/** What a call wants to freeze. */
export interface LockAttempt {
  readonly key: OrderKey;
  readonly asked: readonly AskedCode[];
  readonly cart: Cart;
  readonly cartHash: string;
  /** null where the call names none. */
  readonly customerId: string | null;
  readonly isNew: boolean | null;
  /** What the shopper was shown. */
  readonly shown: SignedQuote | null;
}

/** The answer to an attempt. */
export function lockAnswer(
  { asked }: LockAttempt,
  figures: Figures,
  rows: readonly RedemptionsTable[],
  created: boolean,
): LockAnswer {
  return {
    ...figuresOf(figures),
    created,
    redemption: presentRedemption(firstRow(rows, asked)),
    redemptions: rows.map(presentRedemption),
  };
}
