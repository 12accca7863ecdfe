import { root } from '../../support/temp-folder.js';
import { startProcess, type RunningProcess } from '../../support/start-process.js';
import { bundleScript } from './bundle-script.js';
import type { FaultHome } from './fault-home.js';

/** How to serve. */
export interface ServeHomePlan {
  readonly env?: Readonly<Record<string, string>>;
  /** Turns the command into another. */
  readonly wrap?: (command: readonly [string, ...string[]]) => readonly [string, ...string[]];
}

/** Starts `hemat serve`, bundled from the source, on a home's database; answers once it listens. */
export async function serveHome(home: FaultHome, plan: ServeHomePlan = {}): Promise<RunningProcess> {
  const command = await hematCommand('serve', '--port', '0');
  return startProcess({
    command: plan.wrap?.(command) ?? command,
    cwd: root,
    env: { ...home.env, HEMAT_LOG_LEVEL: 'warn', ...plan.env },
  });
}

/** A command line of `hemat`, bundled from the source. */
export async function hematCommand(...parameters: string[]): Promise<readonly [string, ...string[]]> {
  script ??= bundleScript('server/src/cli/main.ts');
  return [process.execPath, await script, ...parameters];
}

let script: Promise<string> | undefined;
