import type { App } from '../core/app.js';
import { failureOf } from '../core/failure.js';
import type { OpenedPage } from '../core/open-page.js';
import { findRoute } from '../core/routes.js';
import { hrefOf, placeOf } from '../core/place.js';
import type { DashboardStore } from './dashboard-store.js';

/** Opens the page of the window's address, and another one as the address changes. */
export class PageSwitch {
  readonly #store: DashboardStore;
  #opened: { readonly path: string; readonly page: OpenedPage } | null = null;
  #turn = 0;

  constructor(store: DashboardStore) {
    this.#store = store;
  }

  readonly navigate: App['navigate'] = (path, { replace = false } = {}) => {
    const href = hrefOf(path);
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    void this.follow({ isNew: !replace });
  };

  /** Closes the page, as the workspace or the person changes. */
  close(): void {
    this.#opened?.page.close?.();
    this.#opened = null;
    this.#turn += 1;
  }

  /** Shows the page of the window's address; a new one begins at its top. */
  async follow({ isNew }: { readonly isNew: boolean }): Promise<void> {
    const place = placeOf(new URL(location.href));
    const app = this.#store.app(this.navigate);
    if (place === null || app === null) return;
    const { path, query } = place;
    const found = findRoute(path);
    if (this.#opened?.path === path && this.#opened.page.move && found !== null)
      return this.#opened.page.move({ path, query, params: found.params });
    this.close();
    const turn = this.#turn;
    if (found === null) return this.#store.send({ type: 'moved', path, middle: { shows: 'missing' } });
    try {
      const open = await found.route.load();
      if (turn !== this.#turn) return;
      const page = open(app, { path, query, params: found.params });
      this.#opened = { path, page };
      this.#store.send({ type: 'moved', path, middle: { shows: 'page', page } });
      if (isNew) scrollTo(0, 0);
    } catch (error) {
      // A part of the page that no longer lies on the server, or cannot be fetched now.
      const failure =
        error instanceof TypeError
          ? { code: 'NETWORK', message: error.message, requestId: null, fields: {} }
          : failureOf(error);
      if (failure !== null) this.#store.send({ type: 'moved', path, middle: { shows: 'failed', failure } });
    }
  }
}
