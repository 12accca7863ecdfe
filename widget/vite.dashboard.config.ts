import { defineConfig } from 'vite';

/** The merchant's application: served by the service at `/dashboard`, each page a chunk of its own. */
export default defineConfig({
  root: `${import.meta.dirname}/src/dashboard`,
  base: '/dashboard/',
  resolve: { conditions: ['hemat-source'] },
  build: {
    target: 'es2022',
    // Apart from the declarations that lie in `dist/dashboard`.
    outDir: `${import.meta.dirname}/dist/app`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
