import { pickLocale, reasonMessage, reasons, type Missing, type Reason } from '@hemat/shared';
import { errorStatus, type ErrorBody } from '@hemat/shared/schemas';
import type { Outcome, Refusal } from '../services/outcome.js';
import { presentMissing } from '../services/present-missing.js';
import type { RenderedAnswer } from '../services/run-once.js';
import type { Call } from './call.js';
import { errorMessages } from './error-messages.js';

/** What of a request decides how its answer is written. */
export interface AnswerStyle {
  /** Whether errors are written as RFC 9457. */
  readonly problem: boolean;
  readonly acceptLanguage: string | undefined;
  /** Of the cart, for amounts in sentences; null: the workspace's. */
  readonly currency: string | null;
}

/** What of a call an answer carries. */
export type Stamp = Pick<Call, 'requestId' | 'at' | 'caller'>;

/** How a door of the service writes its answers: its own calls one way, each façade as its clients read. */
export interface Dialect {
  readonly writeData: (call: Stamp, data: unknown, status: number) => string;
  readonly writeRefusal: (call: Stamp, refusal: Refusal, style: AnswerStyle) => RenderedAnswer;
}

/** The envelope, or for refusals a problem document where one was asked for. */
export const hematDialect: Dialect = { writeData: renderData, writeRefusal: renderRefusal };

const reasonSet: ReadonlySet<string> = new Set(reasons);

/** What of a good answer is written, and under which status. */
export interface Rendering<Value> {
  /** Default 200. */
  readonly status?: ((value: Value) => number) | undefined;
  /** Default: the value itself. */
  readonly present?: ((value: Value) => unknown) | undefined;
}

/** Writes an outcome as it leaves, in the dialect of the door that the call came through. */
export function renderOutcome<Value>(
  call: Stamp & Pick<Call, 'dialect'>,
  outcome: Outcome<Value>,
  { status: statusOf = () => 200, present = (value) => value }: Rendering<Value>,
  style: AnswerStyle,
): RenderedAnswer {
  const { dialect } = call;
  if (!outcome.ok) return dialect.writeRefusal(call, outcome.refusal, style);
  const status = statusOf(outcome.value);
  return { status, body: dialect.writeData(call, present(outcome.value), status) };
}

/** The envelope around an answer. */
function renderData(call: Stamp, data: unknown): string {
  return `{"data":${JSON.stringify(data)},"error":null,"meta":${metaOf(call)}}`;
}

/** A refusal with its status and sentence. Source of the problem form: RFC 9457. */
function renderRefusal(call: Stamp, refusal: Refusal, style: AnswerStyle): RenderedAnswer {
  const status = statusOfRefusal(refusal);
  const error = errorBodyOf(call, refusal, style);
  const body = style.problem
    ? JSON.stringify({
        type: `urn:hemat:error:${error.code}`,
        title: error.code,
        status,
        detail: error.message,
        instance: `urn:hemat:request:${call.requestId}`,
        ...error,
        requestId: call.requestId,
        timestamp: new Date(call.at).toISOString(),
      })
    : `{"data":null,"error":${JSON.stringify(error)},"meta":${metaOf(call)}}`;
  return { status, body };
}

/** The content type of a rendered body: a problem document begins with its type, the envelope with its data. */
export function contentTypeOf(body: string): string {
  return body.startsWith('{"type"') ? 'application/problem+json' : 'application/json';
}

function metaOf({ requestId, at }: Stamp): string {
  return `{"requestId":"${requestId}","timestamp":"${new Date(at).toISOString()}"}`;
}

/** The status that a refusal has in Hemat's own contract. */
export function statusOfRefusal({ code, conflict }: Refusal): number {
  if (!isReason(code)) return errorStatus[code];
  return conflict === true ? 409 : 422;
}

/** A refusal's code, sentence and facts in Hemat's own words. */
export function errorBodyOf(call: Stamp, refusal: Refusal, style: AnswerStyle): ErrorBody {
  const { code, field, details } = refusal;
  if (!isReason(code)) {
    return {
      code,
      message: errorMessages[code],
      ...(field !== undefined && { field }),
      ...(details !== undefined && { details }),
    };
  }
  const missing = refusal.missing ?? [];
  return {
    code,
    message: shopperSentence(call, code, missing, style),
    details: { ...(typeof details === 'object' && details), missing: missing.map(presentMissing) },
  };
}

function shopperSentence(
  { caller }: Stamp,
  reason: Reason,
  missing: readonly Missing[],
  { acceptLanguage, currency }: AnswerStyle,
): string {
  return reasonMessage(reason, missing, {
    locale: pickLocale(acceptLanguage),
    currency: currency ?? caller?.workspace.defaultCurrency ?? 'IDR',
    ...(caller && { timeZone: caller.workspace.timeZone }),
  });
}

function isReason(code: string): code is Reason {
  return reasonSet.has(code);
}
