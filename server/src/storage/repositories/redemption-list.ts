import { sql } from 'kysely';
import { encodeTime, TIME_MAX } from 'ulid';
import type { Reader } from '../storage.js';
import type { RedemptionsTable } from '../tables.js';

export interface RedemptionQuery {
  readonly workspaceId: string;
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: { readonly id: string } | undefined;
  readonly status?: RedemptionsTable['status'] | undefined;
  readonly discountCodeId?: string | undefined;
  /** Canonical key of a one-time string. */
  readonly stringKey?: string | undefined;
  /** The shop's order id, of any shop system. */
  readonly externalRef?: string | undefined;
  /** Epoch ms of creation, inclusive. */
  readonly from?: number | undefined;
  /** Epoch ms of creation, exclusive. */
  readonly to?: number | undefined;
}

const day = 24 * 60 * 60 * 1000;

/** A page of the ledger, newest first, stable under inserts: ids sort by creation. */
export function listRedemptionRows(db: Reader, query: RedemptionQuery): Promise<RedemptionsTable[]> {
  const { after, status, discountCodeId, stringKey, externalRef, from, to } = query;
  let rows = db.selectFrom('redemptions').selectAll().where('workspace_id', '=', query.workspaceId);
  if (status !== undefined) rows = rows.where('status', '=', status);
  // What the index of the rarer states is made of.
  if (status !== undefined && status !== 'redeemed') rows = rows.where('status', '<>', sql.lit('redeemed'));
  if (discountCodeId !== undefined) rows = rows.where('discount_code_id', '=', discountCodeId);
  if (stringKey !== undefined) {
    // A string has few rows as well.
    const ofString = db
      .selectFrom('redemptions')
      .select('id')
      .where('workspace_id', '=', query.workspaceId)
      .where('string_key', '=', stringKey);
    rows = rows.where('id', 'in', ofString);
  }
  if (externalRef !== undefined) {
    // An order has few rows: they are found first, as SQLite would else walk all that the limit could stop at.
    const ofOrder = db
      .selectFrom('redemptions')
      .select('id')
      .where('workspace_id', '=', query.workspaceId)
      .where('external_ref', '=', externalRef);
    rows = rows.where('id', 'in', ofOrder);
  }
  if (from !== undefined) rows = rows.where('created_at', '>=', from).where('id', '>=', firstId(from));
  // Ids run ahead of a clock that was set back: by a day at most.
  if (to !== undefined) rows = rows.where('created_at', '<', to).where('id', '<', firstId(to + day));
  if (after !== undefined) rows = rows.where('id', '<', after.id);
  return rows.orderBy('id', 'desc').limit(query.limit).execute();
}

/** The smallest id that can be made at `time` (epoch ms). */
function firstId(time: number): string {
  return `red_${encodeTime(Math.min(Math.max(time, 0), TIME_MAX))}`;
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
