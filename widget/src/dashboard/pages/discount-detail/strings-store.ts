import type { OneTimeString } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { PagedStore } from '../../core/paged-store.js';
import { Store } from '../../core/store.js';

/** Which strings of a batch are listed. */
export interface WantedStrings {
  /** One string in any spelling; empty: any. */
  readonly code: string;
  /** null: any. */
  readonly state: OneTimeString['state'] | null;
}

const pauseMs = 250;

/** The strings of a batch, all or those that are asked for. */
export class StringsStore extends Store<WantedStrings, Partial<WantedStrings>> {
  readonly list: PagedStore<OneTimeString & { readonly id: string }>;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `code`: the string that is looked for at first. */
  constructor({ client }: App, batchId: string, code: string) {
    super((wanted, change) => ({ ...wanted, ...change }), { code, state: null });
    this.list = new PagedStore(async (cursor, options) => {
      const query = { limit: 20, ...queryOf(this.state), ...cursor };
      const page = await client.discountCodes.strings(batchId, query, options);
      return { ...page, items: page.items.map((string) => ({ ...string, id: string.code })) };
    });
  }

  /** Lists for the first time: everything, where what was looked for is no string of this batch. */
  async load(): Promise<void> {
    await this.list.load();
    const { items, phase } = this.list.state;
    if (this.state.code === '' || phase !== 'ready' || items.length > 0) return;
    this.send({ code: '' });
    await this.list.load();
  }

  /** Lists others, once the typing pauses. */
  ask(change: Partial<WantedStrings>): void {
    this.send(change);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.list.load(), pauseMs);
  }

  close(): void {
    clearTimeout(this.#waiting);
    this.list.close();
  }
}

function queryOf({ code, state }: WantedStrings) {
  return { ...(code.trim() !== '' && { code: code.trim() }), ...(state !== null && { state }) };
}
