import type { PageOnWire } from '@hemat/shared/schemas';
import { failureOf, type Failure } from './failure.js';
import { Store } from './store.js';

/** A list as far as it was fetched, newest first. */
export interface PagedState<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  /** `loading`: the first page is on its way; `more`: a further one. */
  readonly phase: 'loading' | 'more' | 'ready' | 'failed';
  readonly failure: Failure | null;
}

type PagedAction<Item> =
  | { readonly type: 'asked' }
  | { readonly type: 'askedMore' }
  | { readonly type: 'answered'; readonly page: PageOnWire<Item> }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'changed'; readonly items: readonly Item[] };

/** Fetches one page; without a cursor the first. */
export type FetchPage<Item> = (
  cursor: { readonly cursor?: string },
  options: { readonly signal: AbortSignal },
) => Promise<PageOnWire<Item>>;

/** A list that is fetched page by page. An answer to a question that was asked anew since changes nothing. */
export class PagedStore<Item extends { readonly id: string }> extends Store<
  PagedState<Item>,
  PagedAction<Item>
> {
  readonly #fetch: FetchPage<Item>;
  #running = new AbortController();

  constructor(fetch: FetchPage<Item>) {
    super(reducePaged<Item>, { items: [], nextCursor: null, phase: 'loading', failure: null });
    this.#fetch = fetch;
  }

  /** Lists anew. */
  async load(): Promise<void> {
    this.close();
    this.#running = new AbortController();
    this.send({ type: 'asked' });
    await this.#ask({});
  }

  /** Fetches the next page, unless one is on its way or there is none. */
  async more(): Promise<void> {
    const { phase, nextCursor } = this.state;
    if (nextCursor === null || phase === 'more' || phase === 'loading') return;
    this.send({ type: 'askedMore' });
    await this.#ask({ cursor: nextCursor });
  }

  retry(): Promise<void> {
    return this.state.items.length === 0 ? this.load() : this.more();
  }

  /** Puts a changed item in its place, a new one at the top. */
  put(item: Item): void {
    const isKnown = this.state.items.some(({ id }) => id === item.id);
    const items = isKnown
      ? this.state.items.map((known) => (known.id === item.id ? item : known))
      : [item, ...this.state.items];
    this.send({ type: 'changed', items });
  }

  /** Takes an item out. */
  drop(id: string): void {
    this.send({ type: 'changed', items: this.state.items.filter((item) => item.id !== id) });
  }

  close(): void {
    this.#running.abort();
  }

  async #ask(cursor: { readonly cursor?: string }): Promise<void> {
    const { signal } = this.#running;
    try {
      const page = await this.#fetch(cursor, { signal });
      if (!signal.aborted) this.send({ type: 'answered', page });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null && !signal.aborted) this.send({ type: 'failed', failure });
    }
  }
}

function reducePaged<Item>(state: PagedState<Item>, action: PagedAction<Item>): PagedState<Item> {
  switch (action.type) {
    case 'asked':
      return { items: [], nextCursor: null, phase: 'loading', failure: null };
    case 'askedMore':
      return { ...state, phase: 'more', failure: null };
    case 'answered': {
      const { items, nextCursor } = action.page;
      return { ...state, items: [...state.items, ...items], nextCursor, phase: 'ready' };
    }
    case 'failed':
      return { ...state, phase: 'failed', failure: action.failure };
    case 'changed':
      return { ...state, items: action.items };
  }
}
