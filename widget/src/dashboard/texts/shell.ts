import type { Language } from '../core/language.js';
import { shellEn, type ShellTexts } from './shell-en.js';
import { shellId } from './shell-id.js';

/** The frame's texts in each language. */
export const shellTexts: Readonly<Record<Language, ShellTexts>> = { en: shellEn, id: shellId };
