import type { Outcome, Refusal } from '../services/outcome.js';
import type { RenderedAnswer } from '../services/run-once.js';
import type { Call, CallContext } from './call.js';
import { contentTypeOf, renderOutcome, type AnswerStyle, type Rendering } from './render.js';
import { headerOf } from './header-of.js';

/** Headers of every answer that is data. */
export const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Sends what was rendered, with the headers gathered on the way. */
export function send(call: Call, { status, body }: RenderedAnswer): Response {
  // One plain object, made once: the Node adapter writes it without a Headers of its own.
  return new Response(body, {
    status,
    headers: {
      ...always,
      'content-type': contentTypeOf(body),
      'x-request-id': call.requestId,
      ...call.headers,
    },
  });
}

/** Answers an outcome. */
export function answer<Value>(
  c: CallContext,
  outcome: Outcome<Value>,
  rendering: Rendering<Value> = {},
  style: AnswerStyle = styleOf(c),
): Response {
  const call = c.get('call');
  if (!outcome.ok) call.app.metrics.countRefusal(outcome.refusal.code);
  return send(call, renderOutcome(call, outcome, rendering, style));
}

/** Answers a refusal. */
export function refuse(c: CallContext, refusal: Refusal): Response {
  const call = c.get('call');
  call.app.metrics.countRefusal(refusal.code);
  return send(call, call.dialect.writeRefusal(call, refusal, styleOf(c)));
}

/** How this request wants its answer written. */
export function styleOf(c: CallContext, currency: string | null = null): AnswerStyle {
  return {
    problem: headerOf(c, 'accept')?.includes('application/problem+json') ?? false,
    acceptLanguage: headerOf(c, 'accept-language'),
    currency,
  };
}
