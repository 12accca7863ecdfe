import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Makes a chunk pure ASCII, as a classic script is decoded with its page's encoding, and writes `manifest.json` beside it with
 * the SRI hash of its final bytes.
 */
export function scriptManifest(version: string): Plugin {
  return {
    name: 'script-manifest',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = toAscii(chunk.code);
        const integrity = `sha384-${createHash('sha384').update(chunk.code).digest('base64')}`;
        const manifest = { version, file: chunk.fileName, integrity };
        this.emitFile({
          type: 'asset',
          fileName: 'manifest.json',
          source: `${JSON.stringify(manifest, null, 2)}\n`,
        });
      }
    },
  };
}

/** Safe in strings, templates and regular expressions, which is where such characters stand. */
function toAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
