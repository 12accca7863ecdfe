import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outDir: 'dist',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // Declarations beside them are the type checker's.
  clean: ['dist/*.js'],
  dts: false,
  fixedExtension: false,
  inputOptions: { resolve: { conditionNames: ['hemat-source', 'node', 'import', 'default'] } },
  // One file loads faster than four hundred. What is CommonJS, native or rarely used stays outside.
  deps: {
    alwaysBundle: [
      /^@hemat\//,
      /^hono(\/|$)/,
      /^@hono\//,
      /^zod(\/|$)/,
      /^kysely(\/|$)/,
      '@asteasolutions/zod-to-openapi',
      'citty',
      'ulid',
    ],
  },
});
