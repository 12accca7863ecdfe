import type { Auth, BetterAuthOptions } from 'better-auth';
import { betterAuth } from 'better-auth/minimal';
import type { Deps } from '../services/deps.js';
import { authAdapter } from './auth-adapter.js';
import { cookieOfLibrary, passwordLength, sessionSeconds } from './limits-of-sign-in.js';

/** What sign-in is made of. */
export interface AuthOptions extends Pick<Deps, 'storage' | 'newId' | 'deriveKey'> {
  readonly warn: (message: string) => void;
}

const prefixes: Readonly<Record<string, string>> = {
  user: 'per',
  session: 'ses',
  account: 'cred',
  verification: 'ver',
};

/** better-auth over our storage, asked through its server API only: e-mail and password, nobody signs up by themselves. */
export function createAuth({ storage, newId, deriveKey, warn }: AuthOptions): Auth<BetterAuthOptions> {
  return betterAuth<BetterAuthOptions>({
    appName: 'Hemat',
    // It serves no address of its own; links are made by us.
    baseURL: 'http://localhost',
    secrets: [{ version: 1, value: Buffer.from(deriveKey('sessions', 'all')).toString('base64url') }],
    database: authAdapter(storage),
    user: { modelName: 'auth_users', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'auth_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      expiresIn: sessionSeconds.life,
      updateAge: sessionSeconds.renewAfter,
    },
    account: { modelName: 'auth_accounts', fields: accountFields },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', ...times },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
    },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: cookieOfLibrary } },
      database: { generateId: ({ model }) => newId(prefixes[model] ?? 'auth') },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => warn(message) },
  });
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const accountFields = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  ...times,
} as const;
