import type { RedeemAnswer } from '@hemat/shared/schemas';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { AskedCode } from '../asked-codes.js';
import { presentRedemption } from '../present-redemption.js';
import { firstRow } from './order-rows.js';

/** The answer to a redeem: the row that was asked for, or the order's first, and every row. */
export function redeemAnswer(
  rows: readonly RedemptionsTable[],
  asked: readonly AskedCode[],
  created: boolean,
): RedeemAnswer {
  return {
    created,
    redemption: presentRedemption(firstRow(rows, asked)),
    redemptions: rows.map(presentRedemption),
  };
}
