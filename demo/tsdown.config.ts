import { defineConfig } from 'tsdown';

/** The shop's back end and its seeding, with the shared sources bundled in. */
export default defineConfig({
  entry: { server: 'src/server.ts', seed: 'src/seed/main.ts' },
  platform: 'node',
  target: 'node20',
  outExtensions: () => ({ js: '.js' }),
  inputOptions: { resolve: { conditionNames: ['hemat-source', 'import', 'node', 'default'] } },
  deps: {
    neverBundle: ['better-sqlite3', /^hono(\/|$)/, /^@hono\/node-server(\/|$)/, 'zod'],
    alwaysBundle: [/^@hemat\//, 'ky'],
    onlyBundle: ['ky'],
  },
  copy: [
    { from: 'public', to: 'dist' },
    { from: 'gallery', to: 'dist' },
  ],
  dts: false,
});
