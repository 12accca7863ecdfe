import { defineConfig } from 'vite';

/** The npm build: modules with lit and ky left to the page's own bundler, `@hemat/shared` bundled in. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['hemat-source'] },
  build: {
    target: 'es2022',
    outDir: 'dist/npm',
    minify: false,
    sourcemap: true,
    lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: { external: [/^lit(\/|$)/, 'ky'] },
  },
});
