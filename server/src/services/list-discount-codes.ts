import { canonicalCode } from '@hemat/shared';
import type { DiscountCode, ListDiscountCodesQuery, PageOnWire } from '@hemat/shared/schemas';
import { listDiscountCodes as listRows } from '../storage/repositories/discount-code-list.js';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';
import { pageOfRows, readCursor } from './page-cursor.js';
import { presentDiscountCode } from './present-discount-code.js';
import { refuseInvalid } from './refuse-invalid.js';

/** A page of the workspace's codes, newest first, stable while codes are made. */
export async function listDiscountCodes(
  deps: CallDeps,
  query: ListDiscountCodesQuery,
): Promise<Outcome<PageOnWire<DiscountCode>>> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const now = deps.now();
  const rows = await listRows(deps.storage.reader, {
    workspaceId: deps.workspace.id,
    now,
    limit: query.limit + 1,
    after,
    active: query.active === undefined ? undefined : query.active === 'true',
    search: query.q ? { text: query.q, key: searchKey(query.q) } : undefined,
    status: query.status,
    productId: query.productId,
    expiringBefore: query.expiringWithin === undefined ? undefined : now + duration(query.expiringWithin),
  });
  return done(pageOfRows(rows, query.limit, (row) => presentDiscountCode(row, now)));
}

/** What is searched for among keys; a string that can't be part of one is looked for as it is. */
function searchKey(text: string): string {
  const canonical = canonicalCode(text);
  return canonical.ok ? canonical.key : text;
}

/** `12h`, `7d` in ms. */
function duration(within: string): number {
  const hours = within.endsWith('d') ? 24 : 1;
  return Number(within.slice(0, -1)) * hours * 3_600_000;
}
