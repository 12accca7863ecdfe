import { quote, type AppliedQuote, type Cart } from '@hemat/shared';
import type { HeldCode, Model, Settlement, WaitingCode } from './model.js';

/**
 * What the present cart makes of the held codes. One code that does not qualify does not take the others along: it waits.
 * Confirmed codes come first, so that one which becomes ready never pushes out one that applies.
 */
export function settle(model: Pick<Model, 'cart' | 'cartKey' | 'now' | 'held'>): Settlement {
  const { cart, cartKey, held } = model;
  const facts = { now: model.now, codes: {} };
  const fitting: HeldCode[] = [];
  const waiting: WaitingCode[] = [];
  const inTurn = [...held.filter((code) => code.confirmed), ...held.filter((code) => !code.confirmed)];
  for (const code of inTurn) {
    const { veto } = code;
    if (veto?.cartKey === cartKey) {
      waiting.push({ held: code, reason: veto.reason, missing: veto.missing });
      continue;
    }
    const answer = quote(
      cart,
      [...fitting, code].map(({ rule }) => rule),
      facts,
    );
    if (answer.applies) fitting.push(code);
    else waiting.push({ held: code, reason: answer.reason, missing: answer.missing });
  }
  const applied = fitting.filter((code) => code.confirmed);
  return {
    applied,
    ready: fitting.filter((code) => !code.confirmed),
    waiting,
    quote: quoteOf(cart, applied, facts.now),
  };
}

/** The quote of codes that are known to apply together. */
function quoteOf(cart: Cart, applied: readonly HeldCode[], now: number): AppliedQuote {
  // A subset of codes that fit together fits, so the answer applies.
  return quote(
    cart,
    applied.map(({ rule }) => rule),
    { now, codes: {} },
  ) as AppliedQuote;
}
