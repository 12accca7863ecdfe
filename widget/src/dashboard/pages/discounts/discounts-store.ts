import type { DiscountCodeQuery } from '@hemat/shared/management-client';
import type { DiscountCode } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { tellFailure } from '../../parts/tell-failure.js';
import {
  emptyList,
  reduceDiscounts,
  type DiscountsAction,
  type DiscountsState,
  type Filter,
  type Wanted,
} from './discounts-state.js';

const blockSize = 50;

/** A code's page, or its form. */
const codePath = /^\/discounts\/(disc_[^/]+)(?:\/edit)?$/;

/** Fetches the list block by block. */
export class DiscountsStore extends Store<DiscountsState, DiscountsAction> {
  /** How tall each block was last drawn, px, so that the list can be shown again where it was left. */
  heights = new Map<number, number>();
  /** The code that was looked at before the list was returned to. */
  lastVisited: string | null = null;
  readonly #app: App;
  #running = new AbortController();

  constructor(app: App) {
    super(reduceDiscounts, emptyList);
    this.#app = app;
  }

  /** Lists anew. */
  ask(wanted: Wanted): Promise<void> {
    this.close();
    this.#running = new AbortController();
    this.heights = new Map();
    this.send({ type: 'asked', wanted, question: this.state.question + 1 });
    return this.#fetch();
  }

  /** Fetches the next block, unless one is on its way or there is none. */
  async more(): Promise<void> {
    const { phase, nextCursor } = this.state;
    if (nextCursor === null || phase === 'more' || phase === 'loading') return;
    this.send({ type: 'askedMore' });
    await this.#fetch(nextCursor);
  }

  /** After a failure: what failed, again. */
  retry(): Promise<void> {
    return this.state.blocks.length === 0 ? this.ask(this.state.wanted) : this.more();
  }

  /** Goes on where the list was left, with the visited codes as they are now; false: something else was visited, or nothing was there. */
  resume(visited: readonly string[]): boolean {
    const ids = visited.map((path) => codePath.exec(path)?.[1]);
    if (this.state.blocks.length === 0 || ids.includes(undefined)) return false;
    this.#running = new AbortController();
    const known = new Set(ids.filter((id) => id !== undefined));
    this.lastVisited = [...known].at(-1) ?? null;
    for (const id of known) void this.#readAgain(id);
    if (this.state.phase === 'more') void this.#fetch(this.state.nextCursor ?? undefined);
    return true;
  }

  /** Every code that is not archived, as a file. */
  async export(fileName: string): Promise<void> {
    try {
      await this.#app.download('/discount-codes/export', fileName);
    } catch (error) {
      tellFailure(this.#app, failureOf(error));
    }
  }

  close(): void {
    this.#running.abort();
  }

  async #readAgain(id: string): Promise<void> {
    const { signal } = this.#running;
    try {
      const code = await this.#app.client.discountCodes.get(id, { signal });
      this.send({ type: 'changed', code });
      await this.#sum([code], signal);
    } catch (error) {
      failureOf(error);
    }
  }

  async #fetch(cursor?: string): Promise<void> {
    const { question, wanted } = this.state;
    const { signal } = this.#running;
    try {
      const query = { ...queryOf(wanted), limit: blockSize, ...(cursor !== undefined && { cursor }) };
      const page = await this.#app.client.discountCodes.list(query, { signal });
      this.send({ type: 'answered', question, page });
      await this.#sum(page.items, signal);
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'failed', question, failure });
    }
  }

  /** The sums come after the codes, so that nobody waits for them; without them the cells stay empty. */
  async #sum(codes: readonly DiscountCode[], signal: AbortSignal): Promise<void> {
    const ids = codes.filter(({ usesTotal }) => usesTotal > 0).map(({ id }) => id);
    if (ids.length === 0) return;
    try {
      const { items } = await this.#app.client.stats.totals(ids, { signal });
      this.send({ type: 'summed', ids, totals: items });
    } catch (error) {
      failureOf(error);
    }
  }
}

function queryOf({ filter, search }: Wanted): DiscountCodeQuery {
  return { ...queryOfFilter[filter], ...(search !== '' && { q: search }) };
}

const queryOfFilter: Readonly<Record<Filter, DiscountCodeQuery>> = {
  all: {},
  active: { status: 'active' },
  scheduled: { status: 'scheduled' },
  expiring: { status: 'active', expiringWithin: '7d' },
  used_up: { status: 'used_up' },
  archived: { status: 'archived' },
};
