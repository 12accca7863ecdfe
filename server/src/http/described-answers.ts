import { errorBody, meta, type ErrorCode } from '@hemat/shared/schemas';
import { z } from 'zod';
import type { DescribedAnswer } from './endpoint.js';
import { errorMessages } from './error-messages.js';

const metaExample = { requestId: 'req_6f1c0de5a9e4b7d2000001', timestamp: '2026-11-21T03:04:05.678Z' };

/** A good answer in its envelope, for the OpenAPI description. */
export function envelopeOf({ description, data, example }: DescribedAnswer) {
  const schema = z.object({ data, error: z.null(), meta });
  const content = {
    schema,
    ...(example !== undefined && { example: { data: example, error: null, meta: metaExample } }),
  };
  return { description, content: { 'application/json': content } };
}

/** The refusals of one status, as envelope and as RFC 9457, each code with an example. */
export function errorAnswer(status: number, codes: readonly ErrorCode[]) {
  const known = [...new Set(codes)];
  const code = z.enum(known);
  const envelope = z.object({ data: z.null(), error: errorBody.extend({ code }), meta });
  const problem = errorBody.extend({
    type: z.string(),
    title: z.string(),
    status: z.literal(status),
    detail: z.string(),
    instance: z.string(),
    code,
    requestId: z.string(),
    timestamp: z.string(),
  });
  const examples = Object.fromEntries(
    known.map((name) => [
      name,
      { value: { data: null, error: { code: name, message: messageOf(name) }, meta: metaExample } },
    ]),
  );
  return {
    description: known.join(', '),
    content: {
      'application/json': { schema: envelope, examples },
      'application/problem+json': { schema: problem },
    },
  };
}

function messageOf(code: ErrorCode): string {
  return code in errorMessages
    ? errorMessages[code as keyof typeof errorMessages]
    : "The shopper's sentence, in the language of Accept-Language.";
}
