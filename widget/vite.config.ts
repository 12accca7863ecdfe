import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { kyWithoutProgress } from './build/ky-without-progress.js';
import { scriptManifest } from './build/script-manifest.js';
import { tightenTemplates } from './build/tighten-templates.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The classic script: everything in one file, to be loaded by a `<script>` and by nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['hemat-source'] },
  define: { HEMAT_VERSION: JSON.stringify(version) },
  plugins: [kyWithoutProgress(), tightenTemplates(), scriptManifest(version)],
  build: {
    target: 'es2022',
    outDir: 'dist/script',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: 'src/script.ts',
      output: { format: 'iife', entryFileNames: 'hemat.js' },
    },
  },
});
