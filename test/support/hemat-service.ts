import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProcess, type RunningProcess } from './start-process.js';
import { root } from './temp-folder.js';

const run = promisify(execFile);

/** The built command line, as a person runs it. */
export const cli = join(root, 'server/dist/cli.js');

/** A database with one workspace, and how the command line finds it. */
export interface HematHome {
  readonly env: Readonly<Record<string, string>>;
  readonly workspaceId: string;
  readonly slug: string;
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** Makes a workspace through `hemat init`, by default in a fresh SQLite database in `folder`. */
export async function initHemat(
  folder: string,
  slug = 'toko-uji',
  databaseUrl = `sqlite:${join(folder, 'hemat.db')}`,
): Promise<HematHome> {
  if (!existsSync(cli)) throw new Error('The service is not built: run `npm run build` first.');
  const env = {
    HEMAT_DATABASE_URL: databaseUrl,
    HEMAT_SECRET: 'test-only-secret-0123456789abcdef-0123456789abcdef',
  };
  // The shape is the contract of `init --json`.
  const made = JSON.parse(await runHemat({ env }, 'init', '--slug', slug, '--json')) as {
    workspace: { id: string; slug: string };
    secretKey: string;
    publishableKey: string;
  };
  return {
    env,
    workspaceId: made.workspace.id,
    slug: made.workspace.slug,
    secretKey: made.secretKey,
    publishableKey: made.publishableKey,
  };
}

/** Runs one command of the CLI against a home's database and answers its standard output; throws when it fails. */
export async function runHemat(home: Pick<HematHome, 'env'>, ...command: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [cli, ...command], {
    cwd: root,
    env: { ...process.env, ...home.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** How to serve. */
export interface ServePlan {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Takes the log, instead of keeping the last of it in memory. */
  readonly logFile?: string;
  /** Turns the command into another, for example one bound to a core. */
  readonly wrap?: (command: readonly string[]) => [string, ...string[]];
}

/** Starts `hemat serve` on a home's database and waits for its address. */
export async function serveHemat(home: HematHome, plan: ServePlan = {}): Promise<RunningProcess> {
  const command: [string, ...string[]] = [process.execPath, cli, 'serve', '--port', String(plan.port ?? 0)];
  return startProcess({
    command: plan.wrap?.(command) ?? command,
    cwd: root,
    env: { ...home.env, ...plan.env },
    ...(plan.logFile !== undefined && { errorFile: plan.logFile }),
  });
}
