import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  HEMAT_ENDPOINT: z.url({ protocol: /^https?$/ }),
  HEMAT_SECRET_KEY: z.string().startsWith('sk_'),
  HEMAT_PUBLISHABLE_KEY: z.string().startsWith('pk_'),
  HEMAT_WORKSPACE: z.string().min(1),
  DEMO_PORT: port.default(8788),
  DEMO_HOST: z.string().min(1).default('127.0.0.1'),
  DEMO_DATA: z.string().min(1).default('data'),
});

/** What the shop needs to know before it opens. */
export interface Config {
  /** Base address of the discount service, without a trailing slash. */
  readonly endpoint: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Slug of the shop's workspace. */
  readonly workspace: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  /** Folder for the orders and the webhook secret. */
  readonly dataFolder: string;
}

/** Reads `HEMAT_*` and `DEMO_*`; throws one error that lists every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The shop cannot open. Set these in its environment:\n${faults.join('\n')}`);
  }
  const given = read.data;
  return {
    endpoint: given.HEMAT_ENDPOINT.replace(/\/+$/, ''),
    secretKey: given.HEMAT_SECRET_KEY,
    publishableKey: given.HEMAT_PUBLISHABLE_KEY,
    workspace: given.HEMAT_WORKSPACE,
    port: given.DEMO_PORT,
    host: given.DEMO_HOST,
    dataFolder: given.DEMO_DATA,
  };
}
