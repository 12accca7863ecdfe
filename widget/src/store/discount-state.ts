import type { HematError } from '@hemat/shared/public-client';
import type { Model, Refusal, Settlement, Source } from './model.js';
import { nextQuestion, questionAbout } from './next-question.js';

/** What is held beside the state itself. */
export interface Standing extends Settlement {
  /** Signed by the service for exactly the applied codes and this cart; `null` until it is fresh. */
  readonly signedQuote: string | null;
}

/** The one thing a field shows. `collapsed` is how a field shows `idle` while it is closed. */
export type DiscountState = Standing &
  (
    | { readonly kind: 'idle' | 'applied' | 'pending' }
    | { readonly kind: 'checking'; readonly code: string; readonly source: Source }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    | { readonly kind: 'unavailable'; readonly code: string; readonly error: HematError }
  );

/** What a model looks like from outside. */
export function stateOf(model: Omit<Model, 'shown'>): DiscountState {
  const { attempt, settled, trouble } = model;
  const standing: Standing = { ...settled, signedQuote: freshQuote(model) };
  if (attempt?.kind === 'refused') return { ...standing, kind: 'refused', refusal: attempt.refusal };
  const asked = attempt?.wishes[0] ?? settled.ready[0];
  if (asked) {
    const { code, source } = asked;
    return trouble && trouble.questionKey === nextQuestion(model)?.key
      ? { ...standing, kind: 'unavailable', code, error: trouble.error }
      : { ...standing, kind: 'checking', code, source };
  }
  if (settled.applied.length > 0) return { ...standing, kind: 'applied' };
  return { ...standing, kind: settled.waiting.length > 0 ? 'pending' : 'idle' };
}

function freshQuote({ signed, settled, cartKey }: Omit<Model, 'shown'>): string | null {
  return signed?.questionKey === questionAbout(settled.applied, cartKey).key ? signed.quote : null;
}
