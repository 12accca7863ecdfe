import { isMistypedGeneratedCode } from '@hemat/shared';
import { canonicalKey } from './canonical-key.js';
import type { Attempt, Model, Refusal, Wish } from './model.js';

/** The model once someone asked for codes: what cannot be a code, or is mistyped, is refused without a question. */
export function takeWishes(model: Model, wishes: readonly Wish[]): Model {
  const news = wishes.filter(({ code }) => !holds(model, code));
  const [first] = news;
  if (!first) return { ...model, attempt: null };
  const key = canonicalKey(first.code);
  if (key === null) return refuse(model, first, first.code.trim() ? 'CODE_NOT_FOUND' : 'EMPTY');
  if (first.source === 'typed' && isMistypedGeneratedCode(key) && model.warnedOf !== key)
    return { ...refuse(model, first, 'MISTYPED'), warnedOf: key };
  return { ...model, trouble: null, attempt: askingFor([...stillAutomatic(model, news), ...news]) };
}

/** The attempt at some wishes, in their order. */
export function askingFor([first, ...rest]: readonly Wish[]): Attempt | null {
  return first ? { kind: 'asking', wishes: [first, ...rest] } : null;
}

/** Whether a code came without the shopper's hand: then it is never pushed on them. */
export function isAutomatic({ source }: Wish): boolean {
  return source === 'linked' || source === 'kept';
}

function holds({ held }: Model, code: string): boolean {
  const key = canonicalKey(code);
  return key !== null && held.some((one) => canonicalKey(one.code) === key);
}

function refuse(model: Model, wish: Wish, reason: Refusal['reason']): Model {
  return {
    ...model,
    attempt: { kind: 'refused', refusal: { ...wish, reason, missing: [], replaces: false } },
  };
}

/** A new code takes the place of a typed one that is still asked about, not of those that a link or an earlier page brought. */
function stillAutomatic({ attempt }: Model, news: readonly Wish[]): readonly Wish[] {
  if (attempt?.kind !== 'asking') return [];
  const keys = news.map(({ code }) => canonicalKey(code));
  return attempt.wishes.filter((wish) => isAutomatic(wish) && !keys.includes(canonicalKey(wish.code)));
}
