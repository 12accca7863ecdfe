import type { Redemption, WebhookEventType } from '@hemat/shared/schemas';
import { insertRedemption, replaceRedemption } from '../../storage/repositories/redemptions.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { Actor, Deps } from '../deps.js';
import { presentRedemption } from '../present-redemption.js';
import { recordEffect } from '../record-effect.js';

/** A row of the ledger as it was and as it shall be. */
export interface RowChange {
  readonly before: RedemptionsTable | null;
  readonly next: RedemptionsTable;
}

const events = {
  locked: 'discount_code.applied',
  redeemed: 'discount_code.redeemed',
  released: 'discount_code.released',
  expired: 'discount_code.released',
  reversed: 'discount_code.reversed',
} as const satisfies Record<RedemptionsTable['status'], WebhookEventType>;

/** Writes the row. The order was taken before, so that nobody can have changed it in between. */
export async function saveRow(tx: WriteTransaction, { before, next }: RowChange): Promise<void> {
  if (before === null) await insertRedemption(tx, next);
  else if (!(await replaceRedemption(tx, next, before.status))) {
    throw new Error('a redemption changed while its order was taken');
  }
}

/** Writes the event and the audit row of a change; answers the row as the wire shows it. */
export async function recordChange(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: WriteTransaction,
  actor: Actor,
  { before, next }: RowChange,
): Promise<Redemption> {
  const shown = presentRedemption(next);
  await recordEffect(deps, tx, {
    workspaceId: next.workspace_id,
    actor,
    event: { type: events[next.status], data: { redemption: shown } },
    action: `redemption.${next.status}`,
    target: { type: 'redemption', id: next.id },
    before: before && gist(before),
    after: gist(next),
  });
  return shown;
}

/** What the audit log keeps of a row; the whole of it is in the event. */
function gist(row: RedemptionsTable): object {
  const { status, code, currency, total } = row;
  return {
    status,
    code,
    orderId: row.external_ref,
    discountAmount: row.discount_amount,
    shippingDiscount: row.shipping_discount,
    total,
    currency,
  };
}
