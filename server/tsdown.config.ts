import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outDir: 'dist',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  clean: false,
  dts: false,
  fixedExtension: false,
  inputOptions: { resolve: { conditionNames: ['hemat-source', 'node', 'import', 'default'] } },
  deps: { alwaysBundle: [/^@hemat\//] },
});
