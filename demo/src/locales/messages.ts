import type { Language } from './language.js';
import { messagesEn } from './messages-en.js';
import { messagesId, type Messages } from './messages-id.js';

export type { Messages };

/** Every sentence of the shop, by language. */
export const messages: Readonly<Record<Language, Messages>> = { id: messagesId, en: messagesEn };
