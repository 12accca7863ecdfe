import type { HematError } from '@hemat/shared/public-client';
import type { HeldCode, Model, Refusal } from './model.js';

/** What a change means to the page: each becomes one event. */
export type Outcome =
  | { readonly type: 'applied'; readonly held: HeldCode }
  | { readonly type: 'changed' }
  | { readonly type: 'removed'; readonly held: HeldCode }
  /** `pending`: the code is right and applies by itself once the cart qualifies. */
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly pending: boolean }
  | { readonly type: 'unavailable'; readonly error: HematError };

/** What has happened between two models, in the order in which a page should hear of it. */
export function outcomesBetween(before: Model, after: Model): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const held of before.held) if (!find(after, held)) outcomes.push({ type: 'removed', held });
  for (const held of after.held) {
    const earlier = find(before, held);
    if (held.confirmed && !earlier?.confirmed) outcomes.push({ type: 'applied', held });
    if (!held.confirmed && !earlier && held.veto)
      outcomes.push({ type: 'refused', refusal: { ...held, ...held.veto, replaces: false }, pending: true });
  }
  const { attempt, trouble } = after;
  if (attempt?.kind === 'refused' && attempt !== before.attempt)
    outcomes.push({ type: 'refused', refusal: attempt.refusal, pending: false });
  if (trouble && trouble !== before.trouble) outcomes.push({ type: 'unavailable', error: trouble.error });
  if (outcomes.length === 0 && savingOf(before) !== savingOf(after)) outcomes.push({ type: 'changed' });
  return outcomes;
}

function find({ held }: Model, { code }: HeldCode): HeldCode | undefined {
  return held.find((one) => one.code === code);
}

function savingOf({ settled: { quote } }: Model): number {
  return quote.discountAmount + quote.shippingDiscount;
}
