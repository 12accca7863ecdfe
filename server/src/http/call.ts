import type { MemberRole } from '@hemat/shared/schemas';
import type { Context } from 'hono';
import type { AppDeps } from '../app-deps.js';
import type { Session } from '../auth/sessions.js';
import type { Actor, Workspace } from '../services/deps.js';
import type { KnownKey } from '../services/keys/known-key.js';
import type { Dialect } from './render.js';

/** Who calls: the key, the workspace it acts for, and how the audit log names it. */
export interface Caller {
  /** null where the workspace was named by its slug or id alone. */
  readonly key: KnownKey | null;
  /** Who called with a session instead of a key. */
  readonly member?: { readonly id: string; readonly role: MemberRole };
  readonly workspace: Workspace;
  readonly actor: Actor;
}

/** Somebody who has signed in, and what their browser carries of it. */
export interface SignedIn {
  readonly session: Session;
  readonly cookie: string;
}

/** One request on its way through the service. */
export interface Call {
  readonly app: AppDeps;
  readonly requestId: string;
  /** When it came, epoch ms. */
  readonly at: number;
  /** Headers of the answer, gathered on the way; lower-case names. */
  readonly headers: Record<string, string>;
  /** How its answer is written. */
  dialect: Dialect;
  /** The parsed JSON body; `{}` where there is none. */
  body: unknown;
  /** Known once the request was let in. */
  caller: Caller | null;
  /** Known on calls about sessions. */
  signedIn?: SignedIn;
  /** The address it came from, seen through the proxies that are trusted; known once a limit asked for it. */
  clientIp: string | null;
  /** Whether it only reads, so that a share of its kind is enough for the log. */
  isRead: boolean;
}

/** What Hono carries for us. */
export interface AppEnv {
  Variables: { call: Call };
}

/** A context of ours. */
export type CallContext = Context<AppEnv>;
