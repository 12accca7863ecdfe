import type { AuditEntry, DiscountCode, Redemption, WebhookEvent } from '@hemat/shared/schemas';
import { mayAdminister, mayEdit, type App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { PagedStore } from '../../core/paged-store.js';
import { Store } from '../../core/store.js';
import { tellFailure } from '../../parts/tell-failure.js';
import { shellTexts } from '../../texts/shell.js';
import { StringsStore } from './strings-store.js';
import { reduceDetail, unknownCode, type DetailAction, type DetailState } from './detail-state.js';

/** How long an archived code can be taken back, ms. */
export const undoMs = 8000;

/** One code with its ledger, its events and its history. */
export class DetailStore extends Store<DetailState, DetailAction> {
  readonly ledger: PagedStore<Redemption>;
  /** Of a batch; never fetched for another code. */
  readonly strings: StringsStore;
  /** null for members who may not read it. */
  readonly history: PagedStore<AuditEntry> | null;
  /** What webhook endpoints were told of it; null for members who may not read it. */
  readonly events: PagedStore<WebhookEvent> | null;
  readonly #app: App;
  readonly #id: string;
  #archiving: ReturnType<typeof setTimeout> | undefined;

  /** `string`: the one-time string that is looked for in a batch; empty: none. */
  constructor(app: App, id: string, string: string) {
    super(reduceDetail, unknownCode);
    this.#app = app;
    this.#id = id;
    const { discountCodes, auditLog, webhooks } = app.client;
    this.ledger = new PagedStore((cursor, options) =>
      discountCodes.redemptions(id, { limit: 20, ...cursor }, options),
    );
    this.strings = new StringsStore(app, id, string);
    this.history = mayAdminister(app)
      ? new PagedStore((cursor, options) => auditLog.list({ target: id, limit: 20, ...cursor }, options))
      : null;
    this.events = mayEdit(app)
      ? new PagedStore((cursor, options) =>
          webhooks.listEvents({ discountCodeId: id, limit: 10, ...cursor }, options),
        )
      : null;
  }

  async load(): Promise<void> {
    this.send({ type: 'asked' });
    try {
      this.send({ type: 'got', code: await this.#app.client.discountCodes.get(this.#id) });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'failed', failure });
      return;
    }
    const strings = this.#isBatch() ? this.strings.load() : null;
    await Promise.all([
      this.ledger.load(),
      strings,
      this.history?.load(),
      this.events?.load(),
      this.#count(),
    ]);
  }

  /** Reads the code again, as its strings are being made. */
  async refresh(): Promise<void> {
    const wasRunning = this.state.code?.generation?.status === 'running';
    await this.#attempt(() => this.#app.client.discountCodes.get(this.#id));
    const isRunning = this.state.code?.generation?.status === 'running';
    if (wasRunning && !isRunning) await this.strings.list.load();
  }

  /** Pauses an active code, or has a paused one go on. */
  async setActive(active: boolean): Promise<void> {
    this.send({ type: 'busy', isBusy: true });
    await this.#attempt(() => this.#app.client.discountCodes.update(this.#id, { active }));
    await this.history?.load();
  }

  /** Archives once the time to undo is over, or as the page is left; `said` stands in the notice. */
  archiveSoon(said: string): void {
    this.send({ type: 'leaving', isLeaving: true });
    this.#archiving = setTimeout(() => void this.#archive(), undoMs);
    addEventListener('pagehide', this.#archiveNow);
    this.#app.notify({
      text: said,
      stayMs: undoMs,
      action: { label: shellTexts[this.#app.language].undo, run: () => this.#keep() },
    });
  }

  /** Takes a use back as the order was refunded. */
  async reverse({ id }: Redemption, restoreUse: boolean): Promise<void> {
    this.send({ type: 'busy', isBusy: true });
    this.send({ type: 'reversing', redemption: null });
    try {
      const { redemption } = await this.#app.client.redemptions.reverse(id, { restoreUse });
      this.ledger.put(redemption);
    } catch (error) {
      tellFailure(this.#app, failureOf(error));
    }
    const strings = this.#isBatch() ? this.strings.list.load() : null;
    await Promise.all([this.refresh(), strings, this.#count()]);
  }

  close(): void {
    if (this.#archiving !== undefined) void this.#archive();
    this.ledger.close();
    this.strings.close();
    this.history?.close();
    this.events?.close();
  }

  #isBatch(): boolean {
    return this.state.code?.kind === 'onetime';
  }

  /** What it brought comes beside the rest; without it that part of the page stays away. */
  async #count(): Promise<void> {
    const currency = this.state.code?.currency;
    try {
      const query = currency == null ? {} : { currency };
      this.send({ type: 'counted', stats: await this.#app.client.stats.ofCode(this.#id, query) });
    } catch (error) {
      failureOf(error);
    }
  }

  readonly #archiveNow = (): void => void this.#archive();

  #keep(): void {
    this.#stopWaiting();
    this.send({ type: 'leaving', isLeaving: false });
  }

  async #archive(): Promise<void> {
    this.#stopWaiting();
    await this.#attempt(() => this.#app.client.discountCodes.archive(this.#id));
    await this.history?.load();
  }

  #stopWaiting(): void {
    clearTimeout(this.#archiving);
    this.#archiving = undefined;
    removeEventListener('pagehide', this.#archiveNow);
  }

  async #attempt(work: () => Promise<DiscountCode>): Promise<void> {
    try {
      this.send({ type: 'got', code: await work() });
    } catch (error) {
      this.send({ type: 'busy', isBusy: false });
      this.send({ type: 'leaving', isLeaving: false });
      tellFailure(this.#app, failureOf(error));
    }
  }
}
