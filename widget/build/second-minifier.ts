import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Lets terser have what the bundler's own minifier has left: either alone leaves more than both in turn. */
export function secondMinifier(): Plugin {
  return {
    name: 'second-minifier',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, { ecma: 2022, compress: { passes: 3 } });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}
