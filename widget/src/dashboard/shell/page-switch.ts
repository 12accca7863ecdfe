import type { App } from '../core/app.js';
import { failureOf, type Failure } from '../core/failure.js';
import type { OpenedPage, OpenPage } from '../core/open-page.js';
import { findRoute } from '../core/routes.js';
import { hrefOf, placeOf } from '../core/place.js';
import type { DashboardStore } from './dashboard-store.js';

interface Opened {
  readonly path: string;
  /** With its query. */
  readonly href: string;
  readonly page: OpenedPage;
}

/** A page that was left and can be shown again. */
interface Kept extends Opened {
  readonly leftAt: number;
  /** The paths that were opened since. */
  readonly visited: string[];
}

/** Opens the page of the window's address, and another one as the address changes. */
export class PageSwitch {
  readonly #store: DashboardStore;
  #opened: Opened | null = null;
  #kept: Kept | null = null;
  #turn = 0;

  constructor(store: DashboardStore) {
    this.#store = store;
  }

  readonly navigate: App['navigate'] = (path, { replace = false } = {}) => {
    const href = hrefOf(path);
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    void this.follow(replace ? 'replace' : 'push');
  };

  /** Closes the page, as the workspace or the person changes. */
  close(): void {
    this.#leave();
    this.#kept = null;
  }

  /** Shows the page of the window's address: a new one from its top, one that was travelled back to as it was left. */
  async follow(way: 'push' | 'replace' | 'travel'): Promise<void> {
    const place = placeOf(new URL(location.href));
    const app = this.#store.app(this.navigate);
    if (place === null || app === null) return;
    const { path, query } = place;
    const href = `${path}?${query}`;
    const found = findRoute(path);
    const { page } = this.#opened ?? {};
    if (page?.move !== undefined && this.#opened?.path === path && found !== null) {
      this.#opened = { path, href, page };
      return page.move({ path, query, params: found.params });
    }
    const kept = this.#kept;
    this.#leave();
    if (found === null) return this.#store.send({ type: 'moved', path, middle: { shows: 'missing' } });
    if (way === 'travel' && kept?.href === href && kept.page.resume?.(kept.visited)) {
      return this.#show({ path, href, page: kept.page }, kept.leftAt);
    }
    const turn = this.#turn;
    try {
      const open: OpenPage = await found.route.load();
      if (turn !== this.#turn) return;
      this.#show({ path, href, page: open(app, { path, query, params: found.params }) }, null);
      if (way === 'push') scrollTo(0, 0);
    } catch (error) {
      const failure = loadingFailureOf(error);
      if (failure !== null) this.#store.send({ type: 'moved', path, middle: { shows: 'failed', failure } });
    }
  }

  #show(opened: Opened, leftAt: number | null): void {
    const { path, page } = opened;
    this.#opened = opened;
    this.#store.send({ type: 'moved', path, middle: { shows: 'page', page, leftAt } });
  }

  #leave(): void {
    const left = this.#opened;
    left?.page.close?.();
    if (left?.page.resume !== undefined) this.#kept = { ...left, leftAt: scrollY, visited: [] };
    else if (left !== null) this.#kept?.visited.push(left.path);
    this.#opened = null;
    this.#turn += 1;
  }
}

/** A part of the page that no longer lies on the server, or cannot be fetched now, is a type error. */
function loadingFailureOf(error: unknown): Failure | null {
  return error instanceof TypeError
    ? { code: 'NETWORK', message: error.message, requestId: null, fields: {} }
    : failureOf(error);
}
