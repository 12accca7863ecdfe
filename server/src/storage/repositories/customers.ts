import { sql } from 'kysely';
import { statement } from '../statement.js';
import type { WriteTransaction } from '../storage.js';

const countPaid = statement((db, params: { workspaceId: string; customerId: string; now: number }) =>
  db
    .insertInto('customers')
    .values({
      workspace_id: params.workspaceId,
      customer_id: params.customerId,
      paid_orders: sql.lit(1),
      first_paid_at: params.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'customer_id'])
        .doUpdateSet({ paid_orders: sql`customers.paid_orders + 1` }),
    ),
);

/** Counts one more paid order of a customer. */
export async function countPaidOrder(
  tx: WriteTransaction,
  params: { workspaceId: string; customerId: string; now: number },
): Promise<void> {
  await countPaid.send(tx, params);
}
