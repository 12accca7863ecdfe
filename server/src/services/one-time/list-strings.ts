import type { ListOneTimeStringsQuery, OneTimeString, PageOnWire } from '@hemat/shared/schemas';
import { findDiscountCodeById } from '../../storage/repositories/discount-codes.js';
import { listOneTimeStrings } from '../../storage/repositories/one-time-strings.js';
import { askedCode } from '../asked-codes.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { presentStrings } from './present-string.js';

/** A page of a batch's strings with the order that has each, in the order they were generated; empty for a code that is no batch. */
export async function listStrings(
  deps: CallDeps,
  query: ListOneTimeStringsQuery & { readonly id: string },
): Promise<Outcome<PageOnWire<OneTimeString>>> {
  const { storage, workspace } = deps;
  const after = query.cursor === undefined ? 0 : readPosition(query.cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  if ((await findDiscountCodeById(storage.reader, workspace.id, query.id)) === undefined) {
    return refused({ code: 'NOT_FOUND' });
  }
  const { id: discountCodeId, limit, state } = query;
  const asked = query.code === undefined ? undefined : askedCode(query.code).key;
  if (asked === null) return done({ items: [], nextCursor: null, hasMore: false });
  const rows = await listOneTimeStrings(storage.reader, {
    workspaceId: workspace.id,
    discountCodeId,
    after,
    limit: limit + 1,
    state,
    key: asked,
  });
  const hasMore = rows.length > limit;
  const kept = hasMore ? rows.slice(0, limit) : rows;
  const last = kept.at(-1);
  return done({
    items: await presentStrings(storage.reader, workspace.id, kept),
    nextCursor: hasMore && last !== undefined ? writePosition(last.position) : null,
    hasMore,
  });
}

function writePosition(position: number): string {
  return Buffer.from(String(position), 'utf8').toString('base64url');
}

/** The place of an opaque cursor, or null where it is none of ours. */
function readPosition(cursor: string): number | null {
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  return /^\d{1,7}$/.test(position) ? Number(position) : null;
}
