import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  findPlaceBehind,
  listDiscountCodes,
  listDiscountCodesByPrefix,
  type DiscountCodeQuery,
} from '../../storage/repositories/discount-code-list.js';
import { findDiscountCodeById, type DiscountCodeRow } from '../../storage/repositories/discount-codes.js';
import { findOneTimeString } from '../../storage/repositories/one-time-strings.js';
import type { CallDeps } from '../deps.js';
import type { Place } from '../page-cursor.js';
import type { SearchPlace } from './search-cursor.js';

/** Some of what a search finds. */
export interface FoundCodes {
  readonly rows: readonly DiscountCodeRow[];
  /** Where it goes on; null at the end. */
  readonly next: SearchPlace | null;
}

/** Codes that are looked at between two turns of others. */
const sliceSize = 2_500;
const mostSlices = 8;
/** The same where something was found by its beginning: that is most likely it. */
const mostSlicesBesideHead = 2;

/**
 * Goes through a workspace's codes, newest first, for those that a query wants. Codes that begin with what is searched for are found
 * by their index and come first, where a page holds them all; so does the batch of a one-time string that is searched for. Looks at
 * 20,000 codes at most, and lets others have their turn.
 */
export async function searchCodes(
  deps: CallDeps,
  query: DiscountCodeQuery,
  { place, limit }: { readonly place: SearchPlace | undefined; readonly limit: number },
): Promise<FoundCodes> {
  const head = place === undefined ? await findHead(deps, query, limit) : null;
  const isPastPrefix = place?.isPastPrefix ?? head !== null;
  const rows = [...(head ?? [])];
  const withoutPrefix = isPastPrefix ? query.search?.key : undefined;
  let after: Place | undefined = place?.after;
  const most = rows.length > 0 ? mostSlicesBesideHead : mostSlices;
  for (let slice = 0; slice < most; slice += 1) {
    const downTo = await findPlaceBehind(deps.storage.reader, {
      workspaceId: query.workspaceId,
      after,
      count: sliceSize,
    });
    const left = limit + 1 - rows.length;
    const walked = { ...query, withoutPrefix, after, downTo, limit: left };
    rows.push(...(await listDiscountCodes(deps.storage.reader, walked)));
    if (rows.length > limit) return fullPage(rows.slice(0, limit), isPastPrefix);
    if (downTo === undefined) return { rows, next: null };
    after = downTo;
    await nextTurn();
  }
  return { rows, next: after === undefined ? null : { after, isPastPrefix } };
}

/** The codes that begin with what is searched for, newest first; null where nothing is, or more do than a page holds. */
async function findHead(
  deps: CallDeps,
  query: DiscountCodeQuery,
  limit: number,
): Promise<DiscountCodeRow[] | null> {
  const { search } = query;
  if (search === undefined) return null;
  const found = await listDiscountCodesByPrefix(deps.storage.reader, query, search.key);
  const batch = isSearchAlone(query) ? await findBatchOf(deps, search.key) : undefined;
  const head = batch === undefined ? found : [...found, batch];
  // The last code of a page is one of those that were walked to, so that the next page goes on there.
  if (head.length >= limit) return null;
  return head.sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? 1 : -1));
}

function isSearchAlone({ active, status, productId, expiringBefore }: DiscountCodeQuery): boolean {
  return [active, status, productId, expiringBefore].every((filter) => filter === undefined);
}

function fullPage(rows: readonly DiscountCodeRow[], isPastPrefix: boolean): FoundCodes {
  const last = rows.at(-1);
  if (last === undefined) throw new RangeError('a page has room for one code at least');
  return { rows, next: { after: { createdAt: last.created_at, id: last.id }, isPastPrefix } };
}

async function findBatchOf(
  { storage, workspace }: CallDeps,
  key: string,
): Promise<DiscountCodeRow | undefined> {
  const string = await findOneTimeString(storage.reader, workspace.id, key);
  return string && findDiscountCodeById(storage.reader, workspace.id, string.discount_code_id);
}
