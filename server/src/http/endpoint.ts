import type { RouteConfig } from '@hono/zod-openapi';
import { errorStatus, type ApiKeyScope, type ErrorCode } from '@hemat/shared/schemas';
import type { MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import { admitKey } from './admit-key.js';
import type { AppEnv } from './call.js';
import { envelopeOf, errorAnswer } from './described-answers.js';
import { limitBody } from './limit-body.js';
import { limitRequests } from './limit-requests.js';
import { nameWorkspace } from './name-workspace.js';
import { openToOrigins } from './cors.js';
import { parseBody } from './parse-body.js';

type RequestParts = NonNullable<RouteConfig['request']>;
type NoParts = Record<never, never>;

/** A call: its place, what it takes, what it answers. */
export interface Endpoint<Method extends string, Path extends string, Request extends RequestParts> {
  readonly method: Method;
  readonly path: Path;
  readonly tag: string;
  /** One line. */
  readonly summary: string;
  /** What it promises, as Markdown. */
  readonly description?: string;
  readonly request?: Request;
  /** By status. */
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
  /** What it may refuse with, beside what every call may. */
  readonly errors?: readonly ErrorCode[];
  /** Reasons that may break what a lock had promised: 409 then. */
  readonly conflicts?: readonly ErrorCode[];
}

/** A good answer. */
export interface DescribedAnswer {
  readonly description: string;
  /** Of the envelope's `data`. */
  readonly data: z.ZodType;
  readonly example?: unknown;
}

/** Adds what a secret key's call is let in by. */
export interface SecretEndpoint<
  Method extends string,
  Path extends string,
  Request extends RequestParts,
> extends Endpoint<Method, Path, Request> {
  /** One of these is enough. */
  readonly scopes: readonly [ApiKeyScope, ...ApiKeyScope[]];
  /** Whether it stops while the Marketing module is off. */
  readonly needsModule: boolean;
}

/** The answers of a route as Hono's types need them: any status may carry a body that we have rendered. */
type Responses = Record<number, { description: string }>;

/** A call for a secret key or a signed request, as a route for `app.openapi`. */
export function secretEndpoint<
  Method extends 'get' | 'post' | 'patch' | 'delete',
  Path extends string,
  Request extends RequestParts = NoParts,
>(endpoint: SecretEndpoint<Method, Path, Request>) {
  const { scopes, needsModule, errors = [], ...rest } = endpoint;
  const admission = [
    'AUTH_REQUIRED',
    'INVALID_API_KEY',
    'BAD_SIGNATURE',
    'CLOCK_SKEW',
    'REPLAYED_REQUEST',
    'SECRET_KEY_IN_BROWSER',
    'FORBIDDEN',
    'NOT_FOUND',
    ...(needsModule ? (['MARKETING_MODULE_DISABLED'] as const) : []),
  ] as const;
  return {
    ...routeOf(
      { ...rest, errors: [...admission, ...errors] },
      { first: [limitBody, admitKey({ scopes, needsModule })] },
    ),
    security: [{ secretKey: [...scopes] }, { signature: [...scopes] }],
  };
}

/** A call that needs no secret, as a route for `app.openapi`; `kind` says which limit counts it. */
export function publicEndpoint<
  Method extends 'get' | 'post',
  Path extends string,
  Request extends RequestParts = NoParts,
>(endpoint: Endpoint<Method, Path, Request> & { readonly kind: 'validate' | 'read' }) {
  const { kind, errors = [], ...rest } = endpoint;
  const admission = [
    'INVALID_API_KEY',
    'SECRET_KEY_IN_BROWSER',
    'ORIGIN_NOT_ALLOWED',
    'NOT_FOUND',
    'MARKETING_MODULE_DISABLED',
    'RATE_LIMITED',
  ] as const;
  const first = [openToOrigins, limitBody, limitRequests(kind)];
  return {
    ...routeOf({ ...rest, errors: [...admission, ...errors] }, { first, last: [nameWorkspace] }),
    security: [{}, { publishableKey: [] }],
  };
}

/** What a request passes before its body is read, and after. */
interface Admission {
  readonly first: readonly MiddlewareHandler<AppEnv>[];
  readonly last?: readonly MiddlewareHandler<AppEnv>[];
}

function routeOf<Method extends string, Path extends string, Request extends RequestParts>(
  endpoint: Endpoint<Method, Path, Request>,
  { first, last = [] }: Admission,
) {
  const { method, path, tag, summary, description, request, answers, errors = [], conflicts = [] } = endpoint;
  const takesBody = method === 'post' || method === 'patch';
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
  const responses: Responses = Object.fromEntries([
    ...good,
    ...[...bad].map(([status, codes]) => [status, errorAnswer(codes)] as const),
  ]);
  return {
    method,
    path,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    middleware: [...first, ...(takesBody ? [parseBody] : []), ...last],
    // Nothing is asked for where it is absent, and the type says the same.
    request: request ?? ({} as Request),
    responses,
  };
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
