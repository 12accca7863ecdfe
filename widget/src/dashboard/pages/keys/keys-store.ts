import type { ManagementClient } from '@hemat/shared/management-client';
import type { ApiKey } from '@hemat/shared/schemas';
import { failureOf } from '../../core/failure.js';
import { PagedStore } from '../../core/paged-store.js';
import { Store } from '../../core/store.js';
import { reduceKeys, usualKey, type KeyDraft, type KeysAction, type KeysState } from './keys-state.js';

/** Lists, makes and revokes keys. A secret is kept as long as its dialog is open and no longer. */
export class KeysStore extends Store<KeysState, KeysAction> {
  readonly list: PagedStore<ApiKey>;
  readonly #client: ManagementClient;

  constructor(client: ManagementClient) {
    super(reduceKeys, { dialog: { asks: 'nothing' }, isBusy: false });
    this.#client = client;
    this.list = new PagedStore((cursor, options) => client.apiKeys.list(cursor, options));
  }

  readonly ask = (): void =>
    this.send({ type: 'opened', dialog: { asks: 'draft', draft: usualKey, failure: null } });

  readonly dismiss = (): void => this.send({ type: 'opened', dialog: { asks: 'nothing' } });

  readonly askToRevoke = (apiKey: ApiKey): void =>
    this.send({ type: 'opened', dialog: { asks: 'revoke', apiKey, failure: null } });

  async make({ name, kind, scopes, test }: KeyDraft): Promise<void> {
    await this.#attempt(async () => {
      const isSecret = kind !== 'publishable';
      const input = {
        name: name.trim(),
        kind,
        ...(isSecret && { scopes: [...scopes] }),
        ...(test && { test }),
      };
      const { apiKey, secret } = await this.#client.apiKeys.create(input);
      this.list.put(apiKey);
      this.send({ type: 'opened', dialog: { asks: 'keep', apiKey, secret } });
    });
  }

  async revoke({ id }: ApiKey): Promise<void> {
    await this.#attempt(async () => {
      this.list.put(await this.#client.apiKeys.revoke(id));
      this.dismiss();
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.state.isBusy) return;
    this.send({ type: 'busy' });
    try {
      await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'refused', failure });
    }
  }
}
