import type { RedeemAnswer, Redemption } from '@hemat/shared/schemas';
import type { AskedCode } from '../asked-codes.js';
import { firstRow } from './order-rows.js';

/** The answer to a redeem: the row that was asked for, or the order's first, and every row. */
export function redeemAnswer(
  rows: readonly Redemption[],
  asked: readonly AskedCode[],
  created: boolean,
): RedeemAnswer {
  return {
    created,
    redemption: firstRow(rows, asked),
    redemptions: [...rows],
  };
}
