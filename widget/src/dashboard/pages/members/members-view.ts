import type { App } from '../../core/app.js';
import type { MembersStore } from './members-store.js';
import type { Texts } from './texts-en.js';

/** What every part of the page is made from. */
export interface MembersView {
  readonly app: App;
  readonly store: MembersStore;
  readonly words: Texts;
}
