import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { factsOfKy } from './build/facts-of-ky.js';
import { factsOfLit, neverBundled } from './build/facts-of-lit.js';
import { knownFacts } from './build/known-facts.js';
import { scriptManifest } from './build/script-manifest.js';
import { secondMinifier } from './build/second-minifier.js';
import { tightenTemplates } from './build/tighten-templates.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The classic script: everything in one file, to be loaded by a `<script>` and by nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['hemat-source'] },
  define: { HEMAT_VERSION: JSON.stringify(version) },
  plugins: [
    knownFacts([...factsOfKy, ...factsOfLit], neverBundled),
    tightenTemplates(),
    secondMinifier(),
    scriptManifest(version),
  ],
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
