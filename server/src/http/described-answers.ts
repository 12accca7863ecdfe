import { errorBody, meta, type ErrorCode } from '@hemat/shared/schemas';
import { z } from 'zod';
import type { DescribedAnswer } from './endpoint.js';
import { errorMessages } from './error-messages.js';

const metaExample = { requestId: 'req_6f1c0de5a9e4b7d2000001', timestamp: '2026-11-21T03:04:05.678Z' };

/** A refusal as `application/problem+json`. Source: RFC 9457, section 3. */
export const problemDocument = errorBody.extend({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  requestId: z.string(),
  timestamp: z.string(),
});

/** A good answer in its envelope, for the OpenAPI description. */
export function envelopeOf({ description, data, example, csv, ndjson }: DescribedAnswer) {
  const envelope = data !== undefined && {
    'application/json': {
      schema: z.object({ data, error: z.null(), meta }),
      ...(example !== undefined && { example: { data: example, error: null, meta: metaExample } }),
    },
  };
  const file = csv !== undefined && { 'text/csv': { schema: z.string().meta({ description: csv }) } };
  const lines = ndjson !== undefined && {
    'application/x-ndjson': { schema: z.string().meta({ description: ndjson }) },
  };
  return { description, content: { ...envelope, ...file, ...lines } };
}

/** The refusals of one status, as envelope and as RFC 9457, each code with an example. */
export function errorAnswer(codes: readonly ErrorCode[]) {
  const known = [...new Set(codes)];
  const code = z.enum(known);
  const envelope = z.object({ data: z.null(), error: errorBody.extend({ code }), meta });
  const examples = Object.fromEntries(known.map((name) => [name, { $ref: `#/components/examples/${name}` }]));
  return {
    description: known.join(', '),
    content: {
      'application/json': { schema: envelope, examples },
      'application/problem+json': { schema: problemDocument },
    },
  };
}

/** Of each error code, for the description's components. */
export function errorExample(code: ErrorCode) {
  return { value: { data: null, error: { code, message: messageOf(code) }, meta: metaExample } };
}

function messageOf(code: ErrorCode): string {
  return code in errorMessages
    ? errorMessages[code as keyof typeof errorMessages]
    : "The shopper's sentence, in the language of Accept-Language.";
}
