import type { App } from '../../core/app.js';
import type { WebhooksStore } from './webhooks-store.js';
import type { Texts } from './texts-en.js';

/** What every part of the page is made from. */
export interface WebhooksView {
  readonly app: App;
  readonly store: WebhooksStore;
  readonly words: Texts;
}
