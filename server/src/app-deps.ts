import type { Logger } from 'pino';
import type { Sessions } from './auth/sessions.js';
import type { Settings } from './config/settings.js';
import type { Limits } from './http/limits.js';
import type { Metrics } from './http/metrics.js';
import type { Deps } from './services/deps.js';
import type { Directory } from './services/directory.js';
import type { KnownCodes } from './services/known-codes.js';
import type { KeyUseStamps } from './services/keys/key-use-stamps.js';

/** What the HTTP service is made of. */
export interface AppDeps extends Deps {
  readonly settings: Settings;
  readonly directory: Directory;
  readonly keyUses: KeyUseStamps;
  readonly sessions: Sessions;
  readonly knownCodes: KnownCodes;
  /** null: nothing is limited. */
  readonly limits: Limits | null;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Whether the service takes new work; false from the first signal to end. */
  readonly isOpen: () => boolean;
}
