import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { root } from '../../support/temp-folder.js';

// Inside the server's package, so that what is not bundled is found as the server finds it.
const folder = join(root, 'server/dist/faults', String(process.pid));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * Bundles a TypeScript file (its path from the root) with the source it imports into one that starts in a fifth of a second;
 * answers its path. Nothing has to be built before.
 */
export async function bundleScript(path: string): Promise<string> {
  const conditions = ['hemat-source', 'node', 'import', 'default'];
  const name = basename(path, '.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions },
    ssr: {
      noExternal: true,
      external: ['better-sqlite3', 'pg', 'pino', 'prom-client'],
      resolve: { conditions },
    },
    build: {
      ssr: join(root, path),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[name]-[hash].mjs` },
      },
    },
  });
  return join(folder, `${name}.mjs`);
}
