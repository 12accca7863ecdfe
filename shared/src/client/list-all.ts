import type { PageOnWire } from '../schemas/page.js';

/** Which page of a list. */
export interface PageQuery {
  /** 1 … 100; default 50. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** Every item of a list from the query's cursor on, newest first; a page is fetched when its first item is asked for. */
export async function* listAll<Item>(
  list: (cursor: Pick<PageQuery, 'cursor'>) => Promise<PageOnWire<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let page = await list({});
  yield* page.items;
  while (page.nextCursor !== null) {
    page = await list({ cursor: page.nextCursor });
    yield* page.items;
  }
}
