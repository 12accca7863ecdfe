import type { WebhookEndpoint, WebhookEvent } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { PagedStore } from '../../core/paged-store.js';
import { Store } from '../../core/store.js';
import { tellFailure } from '../../parts/tell-failure.js';
import {
  everything,
  reduceWebhooks,
  type EndpointDraft,
  type WebhooksAction,
  type WebhooksState,
} from './webhooks-state.js';

/** Lists endpoints and deliveries, adds, pauses, rotates, tests, sends again. */
export class WebhooksStore extends Store<WebhooksState, WebhooksAction> {
  readonly endpoints: PagedStore<WebhookEndpoint>;
  readonly events: PagedStore<WebhookEvent>;
  readonly #app: App;

  constructor(app: App) {
    super(reduceWebhooks, { dialog: { asks: 'nothing' }, isBusy: false });
    this.#app = app;
    const { webhooks } = app.client;
    this.endpoints = new PagedStore((cursor, options) => webhooks.listEndpoints(cursor, options));
    this.events = new PagedStore((cursor, options) => webhooks.listEvents({ limit: 25, ...cursor }, options));
  }

  async load(): Promise<void> {
    await Promise.all([this.endpoints.load(), this.events.load()]);
  }

  readonly dismiss = (): void => this.send({ type: 'opened', dialog: { asks: 'nothing' } });

  readonly ask = (): void =>
    this.send({ type: 'opened', dialog: { asks: 'draft', draft: everything, failure: null } });

  async add({ url, description, eventTypes }: EndpointDraft): Promise<void> {
    await this.#attempt(async () => {
      const { endpoint, secret } = await this.#app.client.webhooks.createEndpoint({
        url: url.trim(),
        ...(eventTypes !== null && { eventTypes: [...eventTypes] }),
        ...(description.trim() !== '' && { description: description.trim() }),
      });
      this.endpoints.put(endpoint);
      this.send({ type: 'opened', dialog: { asks: 'keep', secret } });
    });
  }

  /** Pauses an endpoint, or has it go on. */
  async setActive({ id }: WebhookEndpoint, active: boolean): Promise<void> {
    await this.#attempt(async () =>
      this.endpoints.put(await this.#app.client.webhooks.updateEndpoint(id, { active })),
    );
  }

  async rotate({ id }: WebhookEndpoint, overlapHours: number): Promise<void> {
    await this.#attempt(async () => {
      const { endpoint, secret } = await this.#app.client.webhooks.rotateSecret(id, { overlapHours });
      this.endpoints.put(endpoint);
      this.send({ type: 'opened', dialog: { asks: 'keep', secret } });
    });
  }

  async remove({ id }: WebhookEndpoint): Promise<void> {
    await this.#attempt(async () => {
      await this.#app.client.webhooks.deleteEndpoint(id);
      this.endpoints.drop(id);
      this.dismiss();
    });
  }

  /** Queues a test; `said` stands in the notice. */
  async test({ id }: WebhookEndpoint, said: string): Promise<void> {
    await this.#attempt(async () => {
      this.events.put(await this.#app.client.webhooks.testEndpoint(id));
      this.#app.notify({ text: said });
    });
  }

  /** Queues an event once more; `said` stands in the notice. */
  async resend(id: string, said: string): Promise<void> {
    await this.#attempt(async () => {
      this.events.put(await this.#app.client.webhooks.retryEvent(id));
      this.#app.notify({ text: said });
      this.dismiss();
    });
  }

  /** Shows every attempt of an event. */
  async look(id: string): Promise<void> {
    this.send({ type: 'opened', dialog: { asks: 'event', event: null, id } });
    await this.#attempt(async () =>
      this.send({ type: 'fetched', event: await this.#app.client.webhooks.getEvent(id) }),
    );
  }

  close(): void {
    this.endpoints.close();
    this.events.close();
  }

  /** A refusal stands in a dialog that has a place for it, else at the edge of the page. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.state.isBusy) return;
    this.send({ type: 'busy', isBusy: true });
    try {
      await work();
    } catch (error) {
      const failure = failureOf(error);
      const { asks } = this.state.dialog;
      if (asks === 'nothing' || asks === 'event') tellFailure(this.#app, failure);
      else if (failure !== null) this.send({ type: 'refused', failure });
    }
    this.send({ type: 'busy', isBusy: false });
  }
}
