import type { Reason } from '@hemat/shared';
import {
  errorBodyOf,
  statusOfRefusal,
  type AnswerStyle,
  type Dialect,
  type Stamp,
} from '../../http/render.js';
import type { Refusal } from '../../services/outcome.js';
import { errorTexts, reasonTexts, type MayarText } from './mayar-texts.js';

/** An answer with more than `data` in it. */
export class Beside {
  constructor(
    readonly data: unknown,
    /** Stands beside `data`. */
    readonly rest: object,
  ) {}
}

/** Mayar's envelope: a status that mirrors HTTP's, a text, the data. */
export function mayarDialect(success: 'Success' | 'success'): Dialect {
  return {
    writeData: (_, data, statusCode) =>
      JSON.stringify(
        data instanceof Beside
          ? { statusCode, messages: success, data: data.data, ...data.rest }
          : { statusCode, messages: success, data },
      ),
    writeRefusal: (call, refusal, style) => {
      const { status, text } = textOf(call, refusal, style);
      return {
        status,
        body: JSON.stringify({ statusCode: status, messages: text, data: faultsOf(refusal) }),
      };
    },
  };
}

function textOf(call: Stamp, refusal: Refusal, style: AnswerStyle): MayarText {
  const { code, details } = refusal;
  if (isReason(code)) {
    const { minPurchaseAmount = 0 } = (details ?? {}) as { readonly minPurchaseAmount?: number };
    return reasonTexts[code](minPurchaseAmount);
  }
  return (
    errorTexts[code] ?? { status: statusOfRefusal(refusal), text: errorBodyOf(call, refusal, style).message }
  );
}

function isReason(code: Refusal['code']): code is Reason {
  return code in reasonTexts;
}

/** Each fault of a body in the form that Mayar's validator gives it, without the value that was sent. */
function faultsOf({ code, details }: Refusal): object[] | null {
  if (code !== 'VALIDATION_ERROR' || !Array.isArray(details)) return null;
  // `refuseInvalid` writes them so.
  const faults = details as readonly { readonly path: string; readonly message: string }[];
  return faults.map(({ path, message }) => {
    const field = path.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');
    if (message.startsWith('is required')) {
      return { type: 'required', message: `The '${field}' field is required.`, field };
    }
    if (message === 'is not an object') {
      return { type: 'object', message: `The '${field}' must be an Object.`, field };
    }
    return { type: 'invalid', message: `The '${field}' field ${message}.`, field };
  });
}
