import type { Cart, Figures } from '@hemat/shared';
import type { LockAnswer, Redemption } from '@hemat/shared/schemas';
import type { OrderContent, OrderKey } from '../../storage/repositories/orders.js';
import type { AskedCode } from '../asked-codes.js';
import type { SignedQuote } from '../signed-quote.js';
import { firstRow } from './order-rows.js';
import { figuresOf } from './quote-change.js';

/** What a call wants to freeze. */
export interface LockAttempt {
  readonly key: OrderKey;
  readonly asked: readonly AskedCode[];
  readonly cart: Cart;
  /** What the order keeps of it. */
  readonly content: OrderContent;
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
  rows: readonly Redemption[],
  created: boolean,
): LockAnswer {
  return {
    ...figuresOf(figures),
    created,
    redemption: firstRow(rows, asked),
    redemptions: [...rows],
  };
}
