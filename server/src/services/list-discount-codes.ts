import { canonicalCode } from '@hemat/shared';
import type { DiscountCode, ListDiscountCodesQuery, PageOnWire } from '@hemat/shared/schemas';
import type { DiscountCodeQuery } from '../storage/repositories/discount-code-list.js';
import { listDiscountCodes as listRows } from '../storage/repositories/discount-code-list.js';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';
import { pageOfRows } from './page-cursor.js';
import { presentDiscountCode } from './present-discount-code.js';
import { refuseInvalid } from './refuse-invalid.js';
import { readSearchCursor, writeSearchCursor } from './search/search-cursor.js';
import { searchCodes } from './search/search-codes.js';

/**
 * A page of the workspace's codes, newest first, stable while codes are made. Where it is asked for some of them, codes that begin
 * with what is searched for come first, and a page ends after 20,000 codes were looked at, however few it has.
 */
export async function listDiscountCodes(
  deps: CallDeps,
  query: ListDiscountCodesQuery,
): Promise<Outcome<PageOnWire<DiscountCode>>> {
  const place = query.cursor === undefined ? undefined : readSearchCursor(query.cursor);
  if (place === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const now = deps.now();
  const { limit } = query;
  const asked = rowQuery(deps, query, now);
  const show = (row: Parameters<typeof presentDiscountCode>[0]) => presentDiscountCode(row, now);
  if (!isSelective(query)) {
    const rows = await listRows(deps.storage.reader, { ...asked, after: place?.after });
    return done(pageOfRows(rows, limit, show));
  }
  const found = await searchCodes(deps, asked, { place, limit });
  const nextCursor = found.next === null ? null : writeSearchCursor(found.next);
  return done({ items: found.rows.map(show), nextCursor, hasMore: nextCursor !== null });
}

function rowQuery({ workspace }: CallDeps, query: ListDiscountCodesQuery, now: number): DiscountCodeQuery {
  return {
    workspaceId: workspace.id,
    now,
    limit: query.limit + 1,
    active: query.active === undefined ? undefined : query.active === 'true',
    search: query.q ? { text: query.q, key: searchKey(query.q) } : undefined,
    status: query.status,
    productId: query.productId,
    expiringBefore: query.expiringWithin === undefined ? undefined : now + duration(query.expiringWithin),
  };
}

/** Whether most of the codes may have to be passed over. */
function isSelective({ active, q, status, productId, expiringWithin }: ListDiscountCodesQuery): boolean {
  return [active, q || undefined, status, productId, expiringWithin].some((filter) => filter !== undefined);
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
