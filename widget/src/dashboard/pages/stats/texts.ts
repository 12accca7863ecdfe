import type { Language } from '../../core/language.js';
import { textsEn, type Texts } from './texts-en.js';
import { textsId } from './texts-id.js';

/** The texts of the results in each language. */
export const texts: Readonly<Record<Language, Texts>> = { en: textsEn, id: textsId };
