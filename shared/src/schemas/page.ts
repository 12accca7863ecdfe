import { z } from 'zod';

/** Which page of a list: `limit` 1–100, 50 by default; `cursor` is the `nextCursor` of the page before, opaque. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
};

/** One page of a list, newest first; `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.union([z.string(), z.null()]), hasMore: z.boolean() });

/** One page of a list, newest first. */
export interface PageOnWire<Item> {
  readonly items: readonly Item[];
  /** For the next page; null on the last one. */
  readonly nextCursor: string | null;
  readonly hasMore: boolean;
}
