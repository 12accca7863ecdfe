import { z } from 'zod';
import { defaultDashboardFolder } from './default-dashboard-folder.js';
import { defaultScriptFolder } from './default-script-folder.js';
import { webhookSettings, webhookVariables } from './webhook-variables.js';
import { defaultRateLimits, type RateLimit, type Settings } from './settings.js';

/** What the process was told by its environment. */
export interface Config {
  /** `sqlite:<path>` or `postgres://…`. */
  readonly databaseUrl: string;
  /** null: taken from, or made into, the file beside the SQLite database. */
  readonly secret: string | null;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly settings: Settings;
}

/** One variable that cannot be used, without its value. */
export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
}

/** The configuration, or every fault of it at once. */
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []));

/** `5/5` is five in five seconds; `10/300/900` blocks for 900 seconds after. */
const rateLimit = (fallback: RateLimit) =>
  z
    .string()
    .regex(/^\d{1,6}\/\d{1,6}(\/\d{1,6})?$/, 'is written points/seconds or points/seconds/blockSeconds')
    .transform((text): RateLimit => {
      const [points = 0, seconds = 0, blockSeconds] = text.split('/').map(Number);
      return { points, seconds, ...(blockSeconds !== undefined && { blockSeconds }) };
    })
    .optional()
    .transform((limit) => limit ?? fallback);

const variables = z
  .object({
    HEMAT_DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'is sqlite:<path> or postgres://…')
      .default('sqlite:./data/hemat.db'),
    HEMAT_SECRET: z.string().min(32, 'has 32 characters or more').optional(),
    HEMAT_HOST: z.string().min(1).default('127.0.0.1'),
    HEMAT_PORT: z.coerce.number('is a number').int().min(0).max(65_535).default(8787),
    HEMAT_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is an http or https URL' }).optional(),
    HEMAT_TRUSTED_PROXIES: list.pipe(
      z.array(z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], 'holds IP addresses or CIDR ranges')),
    ),
    HEMAT_RATE_LIMITS: z.enum(['on', 'off'], 'is on or off').default('on'),
    HEMAT_RATE_LIMIT_REQUESTS: rateLimit(defaultRateLimits.requests),
    HEMAT_RATE_LIMIT_MISSES: rateLimit(defaultRateLimits.misses),
    HEMAT_RATE_LIMIT_WORKSPACE_MISSES: rateLimit(defaultRateLimits.workspaceMisses),
    HEMAT_RATE_LIMIT_SIGN_INS: rateLimit(defaultRateLimits.signIns),
    ...webhookVariables,
    HEMAT_LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is a pino level')
      .default('info'),
    HEMAT_LOG_SAMPLE: z.coerce.number('is a number').min(0).max(1).default(1),
    HEMAT_METRICS_TOKEN: z.string().min(16, 'has 16 characters or more').optional(),
    HEMAT_SCRIPT_FOLDER: z.string().min(1).default(defaultScriptFolder),
    HEMAT_DASHBOARD_FOLDER: z.string().min(1).default(defaultDashboardFolder),
  })
  .refine((env) => env.HEMAT_DATABASE_URL.startsWith('sqlite:') || env.HEMAT_SECRET !== undefined, {
    path: ['HEMAT_SECRET'],
    message: 'is needed with PostgreSQL: every replica must share it',
  });

/** Reads the `HEMAT_*` variables of `env`; an empty one counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), message }));
    return { ok: false, faults };
  }
  return { ok: true, config: configFrom(parsed.data) };
}

function configFrom(env: z.infer<typeof variables>): Config {
  return {
    databaseUrl: env.HEMAT_DATABASE_URL,
    secret: env.HEMAT_SECRET ?? null,
    host: env.HEMAT_HOST,
    port: env.HEMAT_PORT,
    logLevel: env.HEMAT_LOG_LEVEL,
    settings: {
      publicUrl: env.HEMAT_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      trustedProxies: env.HEMAT_TRUSTED_PROXIES,
      rateLimits:
        env.HEMAT_RATE_LIMITS === 'off'
          ? null
          : {
              requests: env.HEMAT_RATE_LIMIT_REQUESTS,
              misses: env.HEMAT_RATE_LIMIT_MISSES,
              workspaceMisses: env.HEMAT_RATE_LIMIT_WORKSPACE_MISSES,
              signIns: env.HEMAT_RATE_LIMIT_SIGN_INS,
            },
      logSample: env.HEMAT_LOG_SAMPLE,
      metricsToken: env.HEMAT_METRICS_TOKEN ?? null,
      webhooks: webhookSettings(env),
      scriptFolder: env.HEMAT_SCRIPT_FOLDER,
      dashboardFolder: env.HEMAT_DASHBOARD_FOLDER,
    },
  };
}
