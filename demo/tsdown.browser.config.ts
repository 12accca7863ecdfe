import { defineConfig } from 'tsdown';

/** The script of the shop's pages; built after the back end, whose build empties the folder. */
export default defineConfig({
  entry: { shop: 'src/browser/shop.ts' },
  outDir: 'dist/public',
  platform: 'browser',
  target: 'es2022',
  outExtensions: () => ({ js: '.js' }),
  inputOptions: { resolve: { conditionNames: ['hemat-source', 'import', 'browser', 'default'] } },
  deps: { alwaysBundle: [/^@hemat\//] },
  minify: true,
  clean: false,
  dts: false,
});
