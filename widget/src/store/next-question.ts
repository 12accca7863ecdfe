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

/** The question a model raises: the codes that count and those someone asked for, on the present cart; `null` for none. */
export function nextQuestion(model: Pick<Model, 'attempt' | 'settled' | 'cartKey'>): Question | null {
  const { attempt, settled, cartKey } = model;
  const asking = attempt?.kind === 'asking' ? attempt : null;
  const counted = asking?.instead ? [] : [...settled.applied, ...settled.ready];
  const codes = [...counted, ...(asking?.wishes ?? [])];
  return codes.length === 0 ? null : questionAbout(codes, cartKey);
}
