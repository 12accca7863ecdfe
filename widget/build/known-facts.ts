import type { Plugin } from 'vite';

/** Something that is true of every page with the script and that no bundler can find out. */
export interface Fact {
  /** Why it is true. */
  readonly because: string;
  /** The module it is said of, by the end of its path. */
  readonly module: string;
  /** What stands there, and what may stand there instead; all of it is found, else the library is not the one it was said of. */
  readonly swaps: readonly (readonly [stands: RegExp, instead: string])[];
}

/**
 * Tells the minifier what is known of libraries, so that it can leave out what never runs. Fails the build where a library no
 * longer reads as it did, and where a module comes in that `never` says will not.
 */
export function knownFacts(facts: readonly Fact[], never?: RegExp): Plugin {
  const said = new Set<Fact>();
  return {
    name: 'known-facts',
    enforce: 'pre',
    transform(code, id) {
      if (never?.test(id)) throw new Error(`${id} is what build/facts-of-lit.ts says no page needs`);
      const own = facts.filter(({ module }) => id.endsWith(module));
      if (own.length === 0) return null;
      for (const fact of own) said.add(fact);
      return { code: own.reduce(say, code), map: null };
    },
    generateBundle() {
      const unsaid = facts.find((fact) => !said.has(fact));
      if (unsaid) throw new Error(`${unsaid.module} is not bundled: see build/facts-of-*.ts`);
    },
  };
}

function say(code: string, { module, swaps }: Fact): string {
  return swaps.reduce((text, [stands, instead]) => {
    if (text.search(stands) < 0)
      throw new Error(`${module} no longer has ${String(stands)}: see build/facts-of-*.ts`);
    return text.replace(stands, instead);
  }, code);
}
