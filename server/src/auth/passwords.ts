import type { Auth, BetterAuthOptions } from 'better-auth';
import type { Deps } from '../services/deps.js';
import { done, refused, type Outcome } from '../services/outcome.js';
import { linkMs } from './limits-of-sign-in.js';
import { unlessRefused } from './unless-refused.js';

/** Passwords that are set by a link. */
export interface Passwords {
  hashPassword(password: string): Promise<string>;
  /** Answers a single-use token, good for seven days. */
  makeResetToken(personId: string): Promise<string>;
  /** Sets a password and ends every session of the person; `NOT_FOUND` where the token is unknown, used or too old. */
  resetPassword(token: string, password: string): Promise<Outcome<{ readonly personId: string }>>;
}

/** The library once it is loaded. */
export type LoadAuth = () => Promise<Auth<BetterAuthOptions>>;

/** Passwords over the library. */
export function createPasswords(load: LoadAuth, { randomBytes }: Pick<Deps, 'randomBytes'>): Passwords {
  const context = async () => (await load()).$context;
  return {
    hashPassword: async (password) => (await context()).password.hash(password),
    makeResetToken: async (personId) => {
      const { internalAdapter } = await context();
      const token = Buffer.from(randomBytes(24)).toString('base64url');
      await internalAdapter.createVerificationValue({
        identifier: identifierOf(token),
        value: personId,
        expiresAt: new Date(Date.now() + linkMs),
      });
      return token;
    },
    resetPassword: async (token, newPassword) => {
      const { internalAdapter } = await context();
      const link = await internalAdapter.findVerificationValue(identifierOf(token));
      const { api } = await load();
      const isSet = await unlessRefused(() => api.resetPassword({ body: { token, newPassword } }));
      return link === null || isSet === null
        ? refused({ code: 'NOT_FOUND', field: 'token' })
        : done({ personId: link.value });
    },
  };
}

/** As the library names what its own reset takes. */
function identifierOf(token: string): string {
  return `reset-password:${token}`;
}
