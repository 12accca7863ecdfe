import type { ListRedemptionsQuery, PageOnWire, Redemption } from '@hemat/shared/schemas';
import { findDiscountCodeByKey, findDiscountCodeById } from '../storage/repositories/discount-codes.js';
import { findOneTimeString } from '../storage/repositories/one-time-strings.js';
import { listRedemptionRows } from '../storage/repositories/redemption-list.js';
import { askedCode } from './asked-codes.js';
import type { CallDeps } from './deps.js';
import { done, refused, type Outcome } from './outcome.js';
import { pageOfRows, readCursor } from './page-cursor.js';
import { presentRedemption } from './present-redemption.js';
import { refuseInvalid } from './refuse-invalid.js';

/** Which rows; `discountCodeId` for the list under one code, `NOT_FOUND` where there is no such code. */
export type RedemptionListInput = ListRedemptionsQuery & { readonly discountCodeId?: string };

/** A page of the workspace's ledger, newest first, stable while orders come in. An unknown `code` has no rows. */
export async function listRedemptions(
  deps: CallDeps,
  query: RedemptionListInput,
): Promise<Outcome<PageOnWire<Redemption>>> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const { reader } = deps.storage;
  const { discountCodeId } = query;
  if (discountCodeId !== undefined) {
    const owned = await findDiscountCodeById(reader, deps.workspace.id, discountCodeId);
    if (owned === undefined) return refused({ code: 'NOT_FOUND' });
  }
  const named = query.code === undefined ? undefined : await findNamed(deps, query.code);
  if (named === null || (named && discountCodeId !== undefined && named.id !== discountCodeId)) {
    return done({ items: [], nextCursor: null, hasMore: false });
  }
  const rows = await listRedemptionRows(reader, {
    workspaceId: deps.workspace.id,
    limit: query.limit + 1,
    after,
    status: query.status,
    discountCodeId: named?.id ?? discountCodeId,
    stringKey: named?.stringKey ?? undefined,
    externalRef: query.orderId,
    from: query.from === undefined ? undefined : Date.parse(query.from),
    to: query.to === undefined ? undefined : Date.parse(query.to),
  });
  return done(pageOfRows(rows, query.limit, presentRedemption));
}

/** A code or a one-time string in any spelling, or null. */
async function findNamed(
  { storage, workspace }: CallDeps,
  typed: string,
): Promise<{ readonly id: string; readonly stringKey: string | null } | null> {
  const { key } = askedCode(typed);
  if (key === null) return null;
  const code = await findDiscountCodeByKey(storage.reader, workspace.id, key);
  if (code !== undefined) return { id: code.id, stringKey: null };
  const string = await findOneTimeString(storage.reader, workspace.id, key);
  return string === undefined ? null : { id: string.discount_code_id, stringKey: key };
}
