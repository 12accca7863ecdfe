import type { Reader } from '../storage.js';
import type { RedemptionsTable } from '../tables.js';
import type { NewestFirstPlace } from './discount-code-list.js';

export interface RedemptionQuery {
  readonly workspaceId: string;
  readonly limit: number;
  readonly after?: NewestFirstPlace | undefined;
  readonly status?: RedemptionsTable['status'] | undefined;
  readonly discountCodeId?: string | undefined;
  /** The shop's order id, of any shop system. */
  readonly externalRef?: string | undefined;
  /** Epoch ms of creation, inclusive. */
  readonly from?: number | undefined;
  /** Epoch ms of creation, exclusive. */
  readonly to?: number | undefined;
}

/** A page of the ledger, newest first, stable under inserts. */
export function listRedemptionRows(db: Reader, query: RedemptionQuery): Promise<RedemptionsTable[]> {
  const { after, status, discountCodeId, externalRef, from, to } = query;
  let rows = db.selectFrom('redemptions').selectAll().where('workspace_id', '=', query.workspaceId);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (discountCodeId !== undefined) rows = rows.where('discount_code_id', '=', discountCodeId);
  if (externalRef !== undefined) rows = rows.where('external_ref', '=', externalRef);
  if (from !== undefined) rows = rows.where('created_at', '>=', from);
  if (to !== undefined) rows = rows.where('created_at', '<', to);
  if (after !== undefined) {
    rows = rows.where((where) =>
      where(where.refTuple('created_at', 'id'), '<', where.tuple(after.createdAt, after.id)),
    );
  }
  return rows.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(query.limit).execute();
}

/** The rows whose payment was confirmed in `[from, to)`, oldest first, after the row `place`. */
export function listPaidRedemptionRows(
  db: Reader,
  query: {
    workspaceId: string;
    externalSource: string;
    from: number;
    to: number;
    after?: { redeemedAt: number; id: string } | undefined;
    limit: number;
  },
): Promise<RedemptionsTable[]> {
  const { after } = query;
  let rows = db
    .selectFrom('redemptions')
    .selectAll()
    .where('workspace_id', '=', query.workspaceId)
    .where('redeemed_at', '>=', query.from)
    .where('redeemed_at', '<', query.to)
    .where('external_source', '=', query.externalSource);
  if (after !== undefined) {
    rows = rows.where((where) =>
      where(where.refTuple('redeemed_at', 'id'), '>', where.tuple(after.redeemedAt, after.id)),
    );
  }
  return rows.orderBy('redeemed_at').orderBy('id').limit(query.limit).execute();
}
