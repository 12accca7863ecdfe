import { sql } from 'kysely';
import { statement } from '../statement.js';
import type { Reader } from '../storage.js';
import type { RedemptionsTable } from '../tables.js';

/** Live holds that ran out by `now`, in every workspace, longest over first. */
const due = statement((db, params: { now: number; limit: number }) =>
  db
    .selectFrom('redemptions')
    .selectAll()
    .where('status', '=', sql.lit('locked'))
    .where('hold_expires_at', 'is not', null)
    .where('hold_expires_at', '<=', params.now)
    .orderBy('hold_expires_at')
    .limit(params.limit),
);

const dueOfCode = statement(
  (db, params: { workspaceId: string; discountCodeId: string; now: number; limit: number }) =>
    db
      .selectFrom('redemptions')
      .selectAll()
      .where('workspace_id', '=', params.workspaceId)
      .where('discount_code_id', '=', params.discountCodeId)
      .where('status', '=', sql.lit('locked'))
      .where('hold_expires_at', 'is not', null)
      .where('hold_expires_at', '<=', params.now)
      .orderBy('hold_expires_at')
      .limit(params.limit),
);

const dueOfString = statement(
  (
    db,
    params: { workspaceId: string; discountCodeId: string; stringKey: string; now: number; limit: number },
  ) =>
    db
      .selectFrom('redemptions')
      .selectAll()
      .where('workspace_id', '=', params.workspaceId)
      .where('string_key', '=', params.stringKey)
      .where('status', '=', sql.lit('locked'))
      .where('hold_expires_at', 'is not', null)
      .where('hold_expires_at', '<=', params.now)
      .limit(params.limit),
);

const countDue = statement(
  (db, params: { workspaceId: string; discountCodeId: string; customerId: string; now: number }) =>
    db
      .selectFrom('redemptions')
      .select((count) => [
        count.fn.countAll<number>().as('total'),
        count.fn.count<number>('id').filterWhere('customer_id', '=', params.customerId).as('of_customer'),
      ])
      .where('workspace_id', '=', params.workspaceId)
      .where('discount_code_id', '=', params.discountCodeId)
      .where('status', '=', sql.lit('locked'))
      .where('hold_expires_at', 'is not', null)
      .where('hold_expires_at', '<=', params.now),
);

export function listDueHolds(
  db: Reader,
  params: { now: number; limit: number },
): Promise<RedemptionsTable[]> {
  return due.list(db, params);
}

/** With a `stringKey` those of one string of a batch. */
export function listDueHoldsOfCode(
  db: Reader,
  params: {
    workspaceId: string;
    discountCodeId: string;
    stringKey: string | null;
    now: number;
    limit: number;
  },
): Promise<RedemptionsTable[]> {
  const { stringKey } = params;
  return stringKey === null ? dueOfCode.list(db, params) : dueOfString.list(db, { ...params, stringKey });
}

/** How many holds of a code ran out by `now` but still stand in the counters; in all, and the customer's. */
export async function countDueHolds(
  db: Reader,
  params: { workspaceId: string; discountCodeId: string; customerId: string | null; now: number },
): Promise<{ readonly total: number; readonly ofCustomer: number }> {
  const row = await countDue.find(db, { ...params, customerId: params.customerId ?? '' });
  return { total: row?.total ?? 0, ofCustomer: row?.of_customer ?? 0 };
}
