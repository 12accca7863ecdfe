import type { Messages } from './messages.js';
import { messagesEn } from './messages-en.js';
import { messagesId } from './messages-id.js';

const tables = new Map<string, Messages>([
  ['en', messagesEn],
  ['id', messagesId],
]);
const watchers = new Set<() => void>();

/** Adds a language or replaces one, for every element of the page at once; `lang` is a BCP 47 tag such as `ms` or `es-PE`. */
export function registerMessages(lang: string, table: Messages): void {
  tables.set(lang.toLowerCase(), table);
  for (const changed of watchers) changed();
}

/** The table for a tag: itself, then its language, then English. */
export function findMessages(lang: string): Messages {
  return findTable(lang) ?? messagesEn;
}

/** The tag of the words that an element of a page in `lang` shows, for a screen reader's voice. */
export function spokenTag(lang: string): string {
  return findTable(lang) ? lang : 'en';
}

function findTable(lang: string): Messages | undefined {
  const tag = lang.toLowerCase();
  return tables.get(tag) ?? tables.get(tag.split('-')[0] ?? '');
}

/** Calls `changed` after every registration; answers the function that ends it. */
export function watchMessages(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
