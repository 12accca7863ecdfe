import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HematHome } from './hemat-service.js';
import { startProcess, type RunningProcess } from './start-process.js';
import { root } from './temp-folder.js';

const built = join(root, 'demo/dist');

/** What the shop is told of the service. */
function shopEnv(home: HematHome, endpoint: string): Record<string, string> {
  return {
    HEMAT_ENDPOINT: endpoint,
    HEMAT_SECRET_KEY: home.secretKey,
    HEMAT_PUBLISHABLE_KEY: home.publishableKey,
    HEMAT_WORKSPACE: home.slug,
  };
}

/** Puts the sample codes into the workspace, as `npm start` does. */
export async function seedCodes(home: HematHome, endpoint: string): Promise<void> {
  const env = { ...process.env, ...shopEnv(home, endpoint) };
  await promisify(execFile)(process.execPath, [join(built, 'seed.js')], { cwd: root, env });
}

/** Starts the demo shop on a free port, with its orders in `data`. */
export async function startShop(home: HematHome, endpoint: string, data: string): Promise<RunningProcess> {
  const server = join(built, 'server.js');
  if (!existsSync(server)) throw new Error('The demo shop is not built: run `npm run build` first.');
  return startProcess({
    command: [process.execPath, server],
    cwd: root,
    env: { ...shopEnv(home, endpoint), DEMO_PORT: '0', DEMO_DATA: data },
  });
}
