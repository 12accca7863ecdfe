import type { Plugin } from 'vite';

const ours = /\/widget\/src\/.*(?:-styles|-template|icons)\.ts$/;

/** Takes the indentation out of our style sheets and markup. */
export function tightenTemplates(): Plugin {
  return {
    name: 'tighten-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!ours.test(id)) return null;
      return { code: tightenMarkup(tightenSheets(code)), map: null };
    },
  };
}

/** No selector or value of ours needs the white space around these signs. */
function tightenSheets(code: string): string {
  return code.replace(/\bcss`([^`]*)`/g, (_, sheet: string) => {
    const dense = sheet.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');
    return `css\`${dense.replace(/: /g, ':').replace(/;\}/g, '}').trim()}\``;
  });
}

/** Every line break of markup becomes one space: it may part two words where an element is unstyled. */
function tightenMarkup(code: string): string {
  return code.replace(/([>}])\s*\n\s*(?=<|\$\{)/g, '$1 ').replace(/\n\s+(?=[?@.]?[a-z-]+=)/g, ' ');
}
