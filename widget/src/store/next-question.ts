import type { Model, Wish } from './model.js';

/** What the service has to be asked. Two questions with one key are the same question. */
export interface Question {
  readonly key: string;
  readonly codes: readonly string[];
}

/** The question about some codes and the cart that `cartKey` stands for. */
export function questionAbout(codes: readonly Pick<Wish, 'code'>[], cartKey: string): Question {
  const strings = codes.map(({ code }) => code);
  return { key: JSON.stringify([cartKey, ...strings]), codes: strings };
}

/** The question a model raises: the codes that count and the next that someone asked for, on the present cart; `null` for none. */
export function nextQuestion(model: Pick<Model, 'attempt' | 'settled' | 'cartKey'>): Question | null {
  const { attempt, settled, cartKey } = model;
  const wish = attempt?.kind === 'asking' ? attempt.wishes[0] : null;
  const counted = wish?.instead ? [] : [...settled.applied, ...settled.ready];
  const codes = wish ? [...counted, wish] : counted;
  return codes.length === 0 ? null : questionAbout(codes, cartKey);
}
