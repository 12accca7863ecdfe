import { hkdfSync, randomBytes } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { monotonicFactory } from 'ulid';
import type { AppDeps } from './app-deps.js';
import { createSessions } from './auth/sessions.js';
import { defaultRateLimits, type Settings } from './config/settings.js';
import { defaultDashboardFolder } from './config/default-dashboard-folder.js';
import { defaultScriptFolder } from './config/default-script-folder.js';
import { defaultWebhookSettings } from './config/webhook-settings.js';
import { createLimits } from './http/limits.js';
import { isReady } from './http/is-ready.js';
import { createMetrics } from './http/metrics.js';
import type { Deps } from './services/deps.js';
import { createDirectory } from './services/directory.js';
import { createKnownCodes } from './services/known-codes.js';
import { createKeyUseStamps } from './services/keys/key-use-stamps.js';
import { loadWebhookBacklog } from './services/webhooks/load-webhook-backlog.js';
import { createRandomFractions } from './random-fractions.js';
import type { Storage } from './storage/storage.js';

/** What the service is opened with. */
export interface DepsOptions {
  readonly storage: Storage;
  /** The master secret, at least 32 bytes; every key of a purpose and a workspace is derived from it. */
  readonly secret: string | Uint8Array;
  /** Default: the system's clock, epoch ms. */
  readonly now?: () => number;
  /** Default: the limits of the design, no trusted proxy. */
  readonly settings?: Partial<Settings>;
  /** Default: silent. */
  readonly log?: Logger;
  /** Default: open. */
  readonly isOpen?: () => boolean;
}

const defaultSettings: Settings = {
  publicUrl: null,
  trustedProxies: [],
  rateLimits: defaultRateLimits,
  logSample: 1,
  metricsToken: null,
  webhooks: defaultWebhookSettings,
  scriptFolder: defaultScriptFolder,
  dashboardFolder: defaultDashboardFolder,
};

/** Everything `createApp` needs, over a storage. */
export function createDeps(options: DepsOptions): AppDeps {
  const { storage, secret, now = Date.now, log = pino({ level: 'silent' }), isOpen = () => true } = options;
  const settings = { ...defaultSettings, ...options.settings };
  const ulid = monotonicFactory(createRandomFractions(randomBytes));
  const derived = new Map<string, Uint8Array>();
  const basics: Deps = {
    storage,
    now,
    newId: (prefix) => `${prefix}_${ulid(now())}`,
    inFlight: new Set(),
    randomBytes: (count) => randomBytes(count),
    deriveKey: (purpose, workspaceId) => {
      const name = `hemat/${purpose}/${workspaceId}`;
      const key = derived.get(name) ?? new Uint8Array(hkdfSync('sha256', secret, '', name, 32));
      if (derived.size < 10_000) derived.set(name, key);
      return key;
    },
  };
  return {
    ...basics,
    settings,
    directory: createDirectory({ storage, now }),
    keyUses: createKeyUseStamps(storage, now),
    sessions: createSessions({ ...basics, warn: (message) => log.warn({ message }, 'sign-in') }),
    knownCodes: createKnownCodes({ storage, now }),
    limits: settings.rateLimits === null ? null : createLimits(storage, settings.rateLimits),
    metrics: createMetrics({
      isReady: () => isReady({ isOpen, storage }),
      loadBacklog: () => loadWebhookBacklog({ storage, now }),
    }),
    log,
    isOpen,
  };
}
