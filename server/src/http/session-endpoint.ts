import type { ErrorCode } from '@hemat/shared/schemas';
import type { MiddlewareHandler } from 'hono';
import { findSignedIn } from './authenticate-member.js';
import type { AppEnv, CallContext, SignedIn } from './call.js';
import type { Endpoint, RequestParts } from './endpoint.js';
import { isFromOwnPage } from './is-from-own-page.js';
import { limitBody } from './limit-body.js';
import { routeOf } from './route-of.js';
import { answer, refuse } from './send.js';

type NoParts = Record<never, never>;

/** Adds whom a call about sessions lets in: `anybody` from a page of our own, or who has signed in. */
export interface SessionEndpoint<
  Method extends string,
  Path extends string,
  Request extends RequestParts,
> extends Endpoint<Method, Path, Request> {
  readonly who: 'anybody' | 'signed in';
}

/** A call about sessions, for pages of our own, as a route for `mount`. It concerns a person, not a workspace. */
export function sessionEndpoint<
  Method extends 'get' | 'post' | 'patch' | 'delete',
  Path extends string,
  Request extends RequestParts = NoParts,
>(endpoint: SessionEndpoint<Method, Path, Request>) {
  const { who, errors = [], ...rest } = endpoint;
  const always: readonly ErrorCode[] = ['AUTH_REQUIRED', 'ORIGIN_NOT_ALLOWED', 'RATE_LIMITED'];
  return routeOf(
    { ...rest, errors: [...always, ...errors] },
    {
      first: [limitBody, who === 'anybody' ? admitOwnPage : admitSignedIn],
      last: [],
      security: who === 'anybody' ? [{}] : [{ session: [] }],
    },
  );
}

/** Who has signed in; a route that lets anybody in is a bug here. */
export function signedInOf(c: CallContext): SignedIn {
  const { signedIn } = c.get('call');
  if (signedIn === undefined) throw new Error('the route lets anybody in: it asks for nobody');
  return signedIn;
}

/** A page of another site could sign its visitor in as somebody else. */
const admitOwnPage: MiddlewareHandler<AppEnv> = async (c, next) =>
  isFromOwnPage(c) ? next() : refuse(c, { code: 'ORIGIN_NOT_ALLOWED' });

const admitSignedIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const found = await findSignedIn(c);
  if (!found.ok) return answer(c, found);
  c.get('call').signedIn = found.value;
  return next();
};
