import type { RouteConfig } from '@hono/zod-openapi';
import type { ApiKeyScope, ErrorCode } from '@hemat/shared/schemas';
import type { z } from 'zod';
import { admitKey } from './admit-key.js';
import { limitBody, limitUpload } from './limit-body.js';
import { limitRequests } from './limit-requests.js';
import { nameWorkspace } from './name-workspace.js';
import { openToOrigins } from './cors.js';
import { routeOf } from './route-of.js';

export type RequestParts = NonNullable<RouteConfig['request']>;
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
  /** Whether the body is a file, that its handler reads: up to 10 MB of the media types that `request` names. Default false. */
  readonly isUpload?: boolean;
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
  /** Of the envelope's `data`; left out where the answer is a file alone. */
  readonly data?: z.ZodType;
  readonly example?: unknown;
  /** What it is as a file: with `Accept: text/csv` where there is `data` too. */
  readonly csv?: string;
  /** The same, with `Accept: application/x-ndjson`. */
  readonly ndjson?: string;
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

/** A call for a secret key, a signed request or a member who has signed in, as a route for `app.openapi`. */
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
    'ORIGIN_NOT_ALLOWED',
    'NOT_FOUND',
    ...(needsModule ? (['MARKETING_MODULE_DISABLED'] as const) : []),
  ] as const;
  return routeOf(
    { ...rest, errors: [...admission, ...errors] },
    {
      first: [endpoint.isUpload === true ? limitUpload : limitBody, admitKey({ scopes, needsModule })],
      last: [],
      security: [{ secretKey: [...scopes] }, { signature: [...scopes] }, { session: [...scopes] }],
    },
  );
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
  return routeOf(
    { ...rest, errors: [...admission, ...errors] },
    {
      first: [openToOrigins, limitBody, limitRequests(kind)],
      last: [nameWorkspace],
      security: [{}, { publishableKey: [] }],
    },
  );
}
