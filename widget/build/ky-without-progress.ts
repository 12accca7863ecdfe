import type { Plugin } from 'vite';

const withoutProgress = `export const getBodySize = () => 0;
export const streamRequest = (request) => request;
export const streamResponse = (response) => response;`;

/** Leaves out what ky can only use for the progress of an upload or download, which a page's two small calls have not. */
export function kyWithoutProgress(): Plugin {
  let isLeftOut = false;
  return {
    name: 'ky-without-progress',
    enforce: 'pre',
    // ky asks these to find out whether it may stream.
    config: () => ({ define: { 'globalThis.ReadableStream': 'undefined' } }),
    load(id) {
      if (!id.endsWith('/ky/distribution/utils/body.js')) return null;
      isLeftOut = true;
      return withoutProgress;
    },
    buildEnd(error) {
      if (!error && !isLeftOut)
        throw new Error('ky keeps its progress elsewhere: see build/ky-without-progress.ts');
    },
  };
}
