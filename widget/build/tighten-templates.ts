import type { Plugin } from 'vite';

const ours = /\/widget\/src\/.*(?:-styles|-template|icons)\.ts$/;

/** What the script's lit is not told of: markup that is not HTML, and texts that HTML takes raw. */
const unknown = /\b(?:svg|mathml)`|<(?:script|style|textarea|title)\b/;

/** Takes the indentation out of our style sheets and markup. */
export function tightenTemplates(): Plugin {
  return {
    name: 'tighten-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!ours.test(id)) return null;
      if (unknown.test(code))
        throw new Error(`${id} has markup that build/facts-of-lit.ts says there is not`);
      return { code: tightenMarkup(tightenSheets(code)), map: null };
    },
  };
}

/** No selector or value of ours needs the white space around these signs. */
function tightenSheets(code: string): string {
  return code.replace(/\bcss`([^`]*)`/g, (_, sheet: string) => {
    // The script's lit reads a sheet's first literal only (build/facts-of-lit.ts).
    if (sheet.includes('${')) throw new Error('a style sheet is one literal, without expressions');
    const dense = sheet.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');
    return `css\`${dense
      .replace(/: /g, ':')
      .replace(/;\}/g, '}')
      .replace(/(?<!\d)0(?=\.\d)/g, '')
      .trim()}\``;
  });
}

/** Every line break of markup becomes one space: it may part two words where an element is unstyled. */
function tightenMarkup(code: string): string {
  return code.replace(/([>}])\s*\n\s*(?=<|\$\{)/g, '$1 ').replace(/\n\s+(?=[?@.]?[a-z-]+=)/g, ' ');
}
