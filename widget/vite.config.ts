import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { scriptManifest } from './build/script-manifest.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The classic script: everything in one file, to be loaded by a `<script>` and by nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['hemat-source'] },
  define: { HEMAT_VERSION: JSON.stringify(version) },
  plugins: [scriptManifest(version)],
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
