import { HematDiscountField, HematPromoTeaser } from '@hemat/widget';
import { describe, expect, it } from 'vitest';
import { knownFacts, type Fact } from '../../widget/build/known-facts.js';

const fact: Fact = {
  because: 'it is so',
  module: '/some/module.js',
  swaps: [[/isAsked\(\)/g, 'false']],
};

function transformed(code: string, id: string): unknown {
  const { transform } = knownFacts([fact], /directive/);
  if (typeof transform !== 'function') throw new Error('no transform');
  // Neither the bundler's own context nor its options are read.
  return Reflect.apply(transform, {}, [code, id]);
}

describe('what the script build is told of its libraries', () => {
  it('stands in the module it is said of and in no other', () => {
    const code = 'if (isAsked()) answer();';
    expect(transformed(code, '/lib/some/module.js')).toMatchObject({ code: 'if (false) answer();' });
    expect(transformed(code, '/lib/other/module.js')).toBe(null);
  });

  it('fails the build once a library reads differently, is gone, or brings what was said never to come', () => {
    expect(() => transformed('if (asks()) answer();', '/lib/some/module.js')).toThrow('no longer has');
    expect(() => transformed('', '/lit-html/directive.js')).toThrow('no page needs');
    const { generateBundle } = knownFacts([fact]);
    if (typeof generateBundle !== 'function') throw new Error('no generateBundle');
    expect(() => void Reflect.apply(generateBundle, {}, [])).toThrow('not bundled');
  });

  it('is true of every property: a text, a boolean, or not read from an attribute, and nothing more is said of it', () => {
    for (const element of [HematDiscountField, HematPromoTeaser]) {
      expect(element.observedAttributes.length).toBeGreaterThan(5);
      for (const options of element.elementProperties.values()) {
        const { attribute, type, reflect, ...others } = options;
        expect(Object.keys(others)).toEqual([]);
        if (attribute !== false) expect([undefined, String, Boolean]).toContain(type);
      }
    }
  });
});
