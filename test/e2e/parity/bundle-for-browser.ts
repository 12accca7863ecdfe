import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The rule core as one classic script, bundled as the widget bundles it. */
export async function bundleForBrowser(): Promise<string> {
  const entry = fileURLToPath(new URL('./quote-in-browser.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['hemat-source'] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'parity', fileName: () => 'parity.js' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const script = bundle?.output[0].code;
  if (script === undefined) throw new Error('The bundle is empty.');
  return script;
}
