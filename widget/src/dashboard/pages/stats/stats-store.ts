import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { zonedText } from '../../parts/zoned-time.js';
import { lastMonths, spanOf } from './period.js';
import { nothingKnown, reduceStats, type StatsAction, type StatsState, type Wanted } from './stats-state.js';

const feeMonths = 6;

/** What all codes brought, and what the module costs. */
export class StatsStore extends Store<StatsState, StatsAction> {
  readonly #app: App;
  readonly #ended = new AbortController();

  constructor(app: App) {
    super(reduceStats, nothingKnown);
    this.#app = app;
  }

  async ask(wanted: Wanted): Promise<void> {
    const question = this.state.question + 1;
    this.send({ type: 'asked', wanted, question });
    const { period, currency } = wanted;
    const query = { ...spanOf(period, this.#today()), ...(currency !== null && { currency }) };
    try {
      const stats = await this.#app.client.discountCodes.allStats(
        { ...query, interval: 'day' },
        { signal: this.#ended.signal },
      );
      this.send({ type: 'counted', question, stats });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'failed', question, failure });
    }
  }

  async askFees(): Promise<void> {
    this.send({ type: 'feesAsked' });
    const { modules } = this.#app.client;
    const months = lastMonths(this.#today(), feeMonths);
    try {
      const fees = await Promise.all(
        months.map((month) => modules.fees({ month }, { signal: this.#ended.signal })),
      );
      this.send({ type: 'charged', fees });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'feesFailed', failure });
    }
  }

  close(): void {
    this.#ended.abort();
  }

  #today(): string {
    return zonedText(Date.now(), this.#app.workspace.timeZone).slice(0, 10);
  }
}
