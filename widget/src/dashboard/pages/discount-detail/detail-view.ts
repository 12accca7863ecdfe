import type { DiscountCode } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import type { DetailStore } from './detail-store.js';
import type { Texts } from './texts-en.js';

/** What every part of a code's page is made from. */
export interface DetailView {
  readonly app: App;
  readonly store: DetailStore;
  readonly code: DiscountCode;
  readonly words: Texts;
}

/** What a code is called: its string, or its name where it has many. */
export function nameOf({ code, name }: DiscountCode, words: Texts): string {
  return code ?? name ?? words.batch;
}
