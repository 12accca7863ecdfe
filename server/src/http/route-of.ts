import { errorStatus, type ErrorCode } from '@hemat/shared/schemas';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './call.js';
import { envelopeOf, errorAnswer } from './described-answers.js';
import type { Endpoint, RequestParts } from './endpoint.js';
import { parseBody } from './parse-body.js';

/** What a request passes before its body is read, and after. */
export interface Admission {
  readonly first: readonly MiddlewareHandler<AppEnv>[];
  readonly last: readonly MiddlewareHandler<AppEnv>[];
  /** As the description says it. */
  readonly security: Record<string, string[]>[];
}

/** The answers of a route as Hono's types need them: any status may carry a body that we have rendered. */
type Responses = Record<number, { description: string }>;

/** A route for `mount`. */
export function routeOf<Method extends string, Path extends string, Request extends RequestParts>(
  endpoint: Endpoint<Method, Path, Request>,
  { first, last, security }: Admission,
) {
  const { method, path, tag, summary, description, request, isUpload = false } = endpoint;
  const takesBody = method === 'post' || method === 'patch';
  return {
    method,
    path,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security,
    middleware: [...first, ...(takesBody && !isUpload ? [parseBody] : []), ...last],
    // Nothing is asked for where it is absent, and the type says the same.
    request: request ?? ({} as Request),
    /** Made when the description is asked for: hundreds of schemas that no call needs. */
    get responses(): Responses {
      return responsesOf(endpoint, takesBody);
    },
  };
}

function responsesOf(
  { method, answers, errors = [], conflicts = [] }: Endpoint<string, string, RequestParts>,
  takesBody: boolean,
): Responses {
  const always: readonly ErrorCode[] = [
    'VALIDATION_ERROR',
    'BODY_TOO_LARGE',
    ...(takesBody ? (['UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    ...(method === 'post' ? (['IDEMPOTENCY_KEY_IN_USE', 'IDEMPOTENCY_KEY_REUSED'] as const) : []),
    'INTERNAL_ERROR',
    'UNAVAILABLE',
  ];
  const good = Object.entries(answers).map(([status, answer]) => [status, envelopeOf(answer)] as const);
  const bad = groupByStatus([...always, ...errors], conflicts);
  return Object.fromEntries([
    ...good,
    ...[...bad].map(([status, codes]) => [status, errorAnswer(codes)] as const),
  ]);
}

function groupByStatus(
  codes: readonly ErrorCode[],
  conflicts: readonly ErrorCode[],
): Map<number, readonly ErrorCode[]> {
  const groups = new Map<number, readonly ErrorCode[]>();
  for (const code of codes) {
    const status = statusOfCode(code);
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  if (conflicts.length > 0) groups.set(409, [...(groups.get(409) ?? []), ...conflicts]);
  return groups;
}

function statusOfCode(code: ErrorCode): number {
  return code in errorStatus ? errorStatus[code as keyof typeof errorStatus] : 422;
}
