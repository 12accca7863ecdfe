import type { Logger } from 'pino';
import type { AppDeps } from '../app-deps.js';
import { readConfig, type Config } from '../config/read-config.js';
import { secretFileOf, takeSecret } from '../config/secret-file.js';
import { createDeps, type DepsOptions } from '../create-deps.js';
import { openStorage } from '../storage/open-storage.js';
import { CliError } from './cli-error.js';

/** Where a SQLite database lies; null for another one. */
export function sqlitePathOf({ databaseUrl }: Config): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}

/** Reads `.env` and the environment. Throws a `CliError` that lists every fault. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  const faults = read.faults.map(({ variable, message }) => `  ${variable} ${message}`);
  throw new CliError(`The configuration cannot be used:\n${faults.join('\n')}`);
}

export interface OpenServiceOptions {
  /** Whether this process serves the database. Default false. */
  readonly exclusive?: boolean;
  /** Whether to bring the schema up to date. Without it a database that is behind is refused. Default false. */
  readonly migrate?: boolean;
  readonly log?: Logger;
  readonly isOpen?: () => boolean;
}

/** Opens the database that the configuration names and builds the service's dependencies over it. */
export async function openService(config: Config, options: OpenServiceOptions = {}): Promise<AppDeps> {
  const { exclusive = false, migrate = false, log, isOpen } = options;
  const storage = await openStorage(config.databaseUrl, { exclusive });
  try {
    if (migrate) await storage.migrate();
    else if (!(await storage.isReady())) {
      throw new CliError('The database is empty or behind this version: run `hemat migrate` first.');
    }
    const deps: DepsOptions = { storage, secret: secretFor(config), settings: config.settings };
    return createDeps({ ...deps, ...(log && { log }), ...(isOpen && { isOpen }) });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Opens the service, hands it to `work` and closes it again. */
export async function withService<Result>(
  options: OpenServiceOptions,
  work: (deps: AppDeps, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig();
  const deps = await openService(config, options);
  try {
    return await work(deps, config);
  } finally {
    await deps.storage.close();
  }
}

function secretFor(config: Config): string {
  if (config.secret !== null) return config.secret;
  const path = sqlitePathOf(config);
  // `readConfig` wants a secret with every other database.
  if (path === null) throw new CliError('HEMAT_SECRET is needed.');
  return takeSecret(secretFileOf(path));
}
