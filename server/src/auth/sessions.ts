import type { Deps } from '../services/deps.js';
import { done, refused, type Outcome } from '../services/outcome.js';

import { cookieOfLibrary } from './limits-of-sign-in.js';
import { throwingFaults } from './kept-faults.js';
import { createPasswords, type LoadAuth, type Passwords } from './passwords.js';
import { unlessRefused } from './unless-refused.js';

/** Who somebody is, above all workspaces. */
export interface Person {
  /** `per_` + ULID. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Somebody who has signed in. */
export interface Session {
  /** `ses_` + ULID. */
  readonly id: string;
  readonly person: Person;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** A session and what the browser keeps of it. */
export interface NewSession {
  readonly session: Session;
  readonly cookie: string;
}

/** Sessions and passwords. A `cookie` is the value that a sign-in answered. */
export interface Sessions extends Passwords {
  /** `INVALID_CREDENTIALS` where there is no such person or the password is another; both take the same time. */
  signIn(input: { readonly email: string; readonly password: string }): Promise<Outcome<NewSession>>;
  /** null where it has ended; `renewed` is a cookie to keep instead, where the session now lives longer. */
  find(cookie: string): Promise<{ readonly session: Session; readonly renewed: string | null } | null>;
  end(cookie: string): Promise<void>;
  /** Ends every session of the person. */
  endAll(cookie: string): Promise<void>;
  /** Ends every session of the person and begins a new one. `INVALID_CREDENTIALS` where `current` is another. */
  changePassword(
    cookie: string,
    to: { readonly current: string; readonly next: string },
  ): Promise<Outcome<NewSession>>;
}

/** What sessions are made of. */
export interface SessionsOptions extends Pick<Deps, 'storage' | 'newId' | 'deriveKey' | 'randomBytes'> {
  readonly warn: (message: string) => void;
}

/** Sessions over a storage; the library is loaded with the first call. */
export function createSessions(options: SessionsOptions): Sessions {
  let loaded: ReturnType<LoadAuth> | undefined;
  const load: LoadAuth = () =>
    (loaded ??= import('./create-auth.js').then(({ createAuth }) => createAuth(options)));

  const find: Sessions['find'] = async (cookie) => {
    const auth = await load();
    const { headers, response } = await throwingFaults(() =>
      auth.api.getSession({ headers: sending(cookie), returnHeaders: true }),
    );
    if (response === null) return null;
    return { session: toSession(response), renewed: readCookie(headers) };
  };
  const begun = async (headers: Headers): Promise<NewSession> => {
    const cookie = readCookie(headers);
    const found = cookie === null ? null : await find(cookie);
    if (cookie === null || found === null) throw new Error('a sign-in began no session');
    return { session: found.session, cookie };
  };

  return {
    ...createPasswords(load, options),
    find,
    signIn: async (body) => {
      const auth = await load();
      const answer = await unlessRefused(() => auth.api.signInEmail({ body, returnHeaders: true }));
      return answer === null ? refused({ code: 'INVALID_CREDENTIALS' }) : done(await begun(answer.headers));
    },
    end: async (cookie) => {
      const auth = await load();
      await throwingFaults(() => auth.api.signOut({ headers: sending(cookie) }));
    },
    endAll: async (cookie) => {
      const auth = await load();
      await throwingFaults(() => auth.api.revokeSessions({ headers: sending(cookie) }));
    },
    changePassword: async (cookie, { current, next }) => {
      const auth = await load();
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const answer = await unlessRefused(() =>
        auth.api.changePassword({ body, headers: sending(cookie), returnHeaders: true }),
      );
      return answer === null
        ? refused({ code: 'INVALID_CREDENTIALS', field: 'currentPassword' })
        : done(await begun(answer.headers));
    },
  };
}

function sending(cookie: string): Headers {
  return new Headers({ cookie: `${cookieOfLibrary}=${cookie}` });
}

function readCookie(headers: Headers): string | null {
  const begin = `${cookieOfLibrary}=`;
  const line = headers.getSetCookie().find((set) => set.startsWith(begin));
  const value = line?.slice(begin.length).split(';')[0];
  return value === undefined || value === '' ? null : value;
}

function toSession({
  session,
  user,
}: {
  readonly session: { readonly id: string; readonly expiresAt: Date };
  readonly user: Person;
}): Session {
  const { id, email, name } = user;
  return { id: session.id, person: { id, email, name }, expiresAt: session.expiresAt.getTime() };
}
