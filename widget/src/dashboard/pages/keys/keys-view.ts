import type { App } from '../../core/app.js';
import type { KeysStore } from './keys-store.js';
import type { Texts } from './texts-en.js';

/** What every part of the page is made from. */
export interface KeysView {
  readonly app: App;
  readonly store: KeysStore;
  readonly words: Texts;
}
