import { minify } from 'terser';
import type { Plugin } from 'vite';

/** What lit marks as its own, between its packages; the script has one copy of them. */
const internalsOfLit = /^_\$/;

/** Lets terser have what the bundler's own minifier has left: either alone leaves more than both in turn. */
export function secondMinifier(): Plugin {
  return {
    name: 'second-minifier',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, {
          ecma: 2022,
          compress: { passes: 3 },
          mangle: { properties: { regex: internalsOfLit } },
        });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}
