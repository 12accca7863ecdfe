import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { addOrders, noCost } from './cost.js';
import { nothingCounted, reduceCost, type CostAction, type CostState, type Trying } from './cost-state.js';
import { readOrders } from './read-orders.js';
import { trialOf } from './trial.js';

/** Counts what a rule would have cost on a file of orders, which never leaves the browser. */
export class CostStore extends Store<CostState, CostAction> {
  readonly #app: App;
  #file: File | null = null;
  #running = new AbortController();

  constructor(app: App) {
    super(reduceCost, nothingCounted);
    this.#app = app;
  }

  async loadCodes(): Promise<void> {
    try {
      const { items } = await this.#app.client.discountCodes.list({ limit: 100 });
      this.send({ type: 'codes', codes: items });
    } catch (error) {
      // Without codes to pick, a rule can still be made up.
      if (failureOf(error) !== null) this.send({ type: 'codes', codes: [] });
    }
  }

  /** Another rule; a file that is there is counted anew. */
  async try(trying: Trying): Promise<void> {
    this.send({ type: 'tried', trying });
    if (this.#file !== null) await this.count(this.#file);
  }

  async count(file: File): Promise<void> {
    this.#file = file;
    this.close();
    const { signal } = (this.#running = new AbortController());
    const { workspace } = this.#app;
    const trial = trialOf(this.state.trying, workspace);
    if (trial === null) return this.send({ type: 'failed', fault: 'NO_RULE' });
    this.send({ type: 'began', fileName: file.name });
    let cost = noCost;
    const result = await readOrders(file, {
      currency: workspace.defaultCurrency,
      signal,
      take: (orders, share) => {
        cost = addOrders(cost, orders, trial);
        this.send({ type: 'counted', cost, share });
      },
    });
    if (signal.aborted) return;
    this.send(
      result.ok ? { type: 'ended', skipped: result.skipped } : { type: 'failed', fault: result.fault },
    );
  }

  close(): void {
    this.#running.abort();
  }
}
