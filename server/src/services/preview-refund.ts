import { refundPreview } from '@hemat/shared';
import type { RefundPreviewAnswer, RefundPreviewInput } from '@hemat/shared/schemas';
import { findRedemption, listOrderRedemptions } from '../storage/repositories/redemptions.js';
import type { CallDeps } from './deps.js';
import { orderKeyOf } from './ledger/order-key.js';
import { paidRows } from './ledger/order-rows.js';
import { done, refused, type Outcome } from './outcome.js';
import { storedAllocations } from './present-redemption.js';
import { refuseInvalid } from './refuse-invalid.js';

const faults = {
  UNKNOWN_LINE: { field: 'lineId', message: 'is not a line of the order' },
  DUPLICATE_LINE: { field: 'lineId', message: 'stands twice' },
  TOO_MANY_UNITS: { field: 'quantity', message: 'is more than is left of the line' },
} as const;

/**
 * What was really paid for some units of a redemption's order, over all its counted codes, from the stored unit shares. Partial
 * refunds add up to exactly what was paid for the lines.
 */
export async function previewRefund(
  deps: CallDeps,
  input: RefundPreviewInput & { readonly id: string },
): Promise<Outcome<RefundPreviewAnswer>> {
  const { reader } = deps.storage;
  const redemption = await findRedemption(reader, deps.workspace.id, input.id);
  if (redemption === undefined) return refused({ code: 'NOT_FOUND' });
  const ofOrder = paidRows(await listOrderRedemptions(reader, orderKeyOf(redemption)));
  const rows = ofOrder.some(({ id }) => id === redemption.id) ? ofOrder : [redemption];
  const preview = refundPreview(rows.flatMap(storedAllocations), input.lines);
  if (!preview.ok) {
    const { field, message } = faults[preview.fault];
    return refuseInvalid([{ path: ['lines', preview.index, field], code: 'custom', message }]);
  }
  const lines = preview.lines.map((line) => ({ ...line }));
  return done({ currency: redemption.currency, amount: preview.amount, lines });
}
