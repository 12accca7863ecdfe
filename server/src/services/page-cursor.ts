import type { PageOnWire } from '@hemat/shared/schemas';

/** Where a page ended: the sort key of its last row. */
export interface Place {
  /** Epoch ms. */
  readonly createdAt: number;
  readonly id: string;
}

/** The place of an opaque cursor, or null where it is none of ours. */
export function readCursor(cursor: string): Place | null {
  const [createdAt = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const isOurs = rest.length === 0 && /^\d{1,15}$/.test(createdAt) && /^[a-z]{2,5}_[0-9A-Z]{26}$/.test(id);
  return isOurs ? { createdAt: Number(createdAt), id } : null;
}

/** The opaque cursor of a place. */
export function writeCursor({ createdAt, id }: Place): string {
  return Buffer.from(`${createdAt} ${id}`, 'utf8').toString('base64url');
}

/** A page out of `limit + 1` rows, newest first. */
export function pageOfRows<Row extends { readonly created_at: number; readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): PageOnWire<Item> {
  const hasMore = rows.length > limit;
  const kept = hasMore ? rows.slice(0, limit) : rows;
  const last = kept.at(-1);
  const nextCursor =
    hasMore && last !== undefined ? writeCursor({ createdAt: last.created_at, id: last.id }) : null;
  return { items: kept.map(toItem), nextCursor, hasMore };
}
