import type { AppDeps } from '../app-deps.js';
import type { NewSession, Session } from '../auth/sessions.js';
import { presentSession } from '../services/members/present-session.js';
import { done, type Outcome } from '../services/outcome.js';
import type { CallContext } from './call.js';
import { isOverSignInLimit } from './limit-sign-ins.js';
import { answer, refuse } from './send.js';
import { dropSessionCookie, keepSessionCookie, readSessionCookie } from './session-cookie.js';

/** A try to prove who somebody is. */
export interface SignInTry {
  /** Whom it is about: tries are counted for it. */
  readonly account: string;
  readonly verb: (deps: AppDeps) => Promise<Outcome<NewSession>>;
}

/** Answers who has signed in. */
export async function answerSession(c: CallContext, session: Session): Promise<Response> {
  return answer(c, done(await presentSession(c.get('call').app, session)));
}

/** Runs a try to sign in, unless there were too many, and has the browser keep the new session instead of the one it had. */
export async function answerSignIn(c: CallContext, { account, verb }: SignInTry): Promise<Response> {
  const { app } = c.get('call');
  if (await isOverSignInLimit(c, account)) return refuse(c, { code: 'RATE_LIMITED' });
  const begun = await verb(app);
  if (!begun.ok) return answer(c, begun);
  const { session, cookie } = begun.value;
  const old = readSessionCookie(c);
  if (old !== undefined) await app.sessions.end(old);
  keepSessionCookie(c, cookie);
  return answer(c, done(await presentSession(app, session)), { status: () => 201 });
}

/** Ends sessions and has the browser forget its own. */
export async function answerEnded(c: CallContext, end: (deps: AppDeps) => Promise<void>): Promise<Response> {
  await end(c.get('call').app);
  dropSessionCookie(c);
  return answer(c, done({ ended: true }));
}
