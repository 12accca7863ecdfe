import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HematDiscountField, HematPromoTeaser } from '@hemat/widget';
import { describe, expect, it } from 'vitest';
import { root } from '../support/temp-folder.js';

interface Told {
  readonly name: string;
  readonly description?: string;
}

/** One element of `custom-elements.json`. */
interface Declaration {
  readonly tagName: string;
  readonly members: readonly (Told & { readonly kind: 'field' | 'method' })[];
  readonly attributes: readonly Told[];
  readonly events: readonly Told[];
  readonly slots: readonly Told[];
  readonly cssParts: readonly Told[];
  readonly cssProperties: readonly Told[];
}

const elements = [
  { tagName: 'hemat-discount-field', element: HematDiscountField, folder: 'discount-field' },
  { tagName: 'hemat-promo-teaser', element: HematPromoTeaser, folder: 'promo-teaser' },
];

/** The slots whose names are computed. */
const slotsOf: Readonly<Record<string, readonly string[]>> = {
  'shown.kind': ['checking', 'refused', 'unavailable'],
  state: ['loading', 'empty', 'expired', 'unavailable'],
};

describe.each(elements)('the manifest of $tagName', ({ tagName, element, folder }) => {
  const own = sourceOf(folder);
  const shared = sourceOf('element');
  const told = declarationOf(tagName);

  it('lists every property that can be set, and its attribute', () => {
    const properties = [...element.elementProperties.keys()].map(String);
    expect(properties.filter((name) => !namesOf(told.members).includes(name))).toEqual([]);
    expect(namesOf(told.attributes)).toEqual([...new Set(element.observedAttributes)].sort());
  });

  it('lists every accessor and method that a page may use', () => {
    const prototype = Object.getOwnPropertyNames(element.prototype);
    const missing = prototype.filter((name) => isForPages(name) && !namesOf(told.members).includes(name));
    expect(missing.filter((name) => !isInternal(own, name))).toEqual([]);
  });

  it('lists the events it fires, and no other', () => {
    expect(namesOf(told.events)).toEqual(found(own, /super\('(hemat-[a-z]+)'/g));
  });

  it('lists the parts of its templates, and no other', () => {
    const parts = found(own, /\bpart="([^"]+)"/g).flatMap((names) => names.split(' '));
    expect(namesOf(told.cssParts)).toEqual([...new Set(parts)].sort());
  });

  it('lists the slots of its templates, and no other', () => {
    const given = found(own, /replaceable\(\s*([^,]+),/g);
    const named = given.flatMap((name) => slotsOf[name] ?? [name.replaceAll("'", '')]);
    const inLight = ['cart', ...(own.includes('takeFallback') ? [''] : [])];
    expect(namesOf(told.slots)).toEqual([...new Set([...named, ...inLight])].sort());
  });

  it('lists the custom properties its style sheets read, and no other', () => {
    expect(namesOf(told.cssProperties)).toEqual(found(own + shared, /var\((--hemat-[a-z-]+)/g));
  });

  it('says a sentence on each', () => {
    const { members, attributes, events, slots, cssParts, cssProperties } = told;
    const all = [members, attributes, events, slots, cssParts, cssProperties].flat();
    expect(all.filter(({ description }) => !description?.endsWith('.')).map(({ name }) => name)).toEqual([]);
  });

  it('is what the editors are told', () => {
    const custom = read('html-custom-data.json') as { tags: (Told & { attributes: Told[] })[] };
    const web = read('web-types.json') as { contributions: { html: { elements: WebType[] } } };
    const tag = custom.tags.find(({ name }) => name === tagName);
    const type = web.contributions.html.elements.find(({ name }) => name === tagName);
    expect(namesOf(tag?.attributes ?? [])).toEqual(namesOf(told.attributes));
    expect(namesOf(type?.attributes ?? [])).toEqual(namesOf(told.attributes));
    expect(namesOf(type?.js.events ?? [])).toEqual(namesOf(told.events));
    expect(namesOf(type?.css.parts ?? [])).toEqual(namesOf(told.cssParts));
  });
});

type WebType = Told & {
  readonly attributes: Told[];
  readonly js: { readonly events: Told[] };
  readonly css: { readonly parts: Told[] };
};

function declarationOf(tagName: string): Declaration {
  // The shape is the manifest's own schema; what is not there fails in the tests.
  const { modules } = read('custom-elements.json') as { modules: { declarations: Declaration[] }[] };
  const found = modules.flatMap(({ declarations }) => declarations).find((one) => one.tagName === tagName);
  if (!found) throw new Error(`The manifest has no ${tagName}.`);
  return found;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(root, 'widget', file), 'utf8'));
}

/** Every source file of a folder of the widget, one after the other. */
function sourceOf(folder: string): string {
  const path = join(root, 'widget/src', folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(path, file), 'utf8'))
    .join('\n');
}

/** What the pattern's group matches, once each, sorted. */
function found(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

function namesOf(told: readonly Told[]): string[] {
  return told.map(({ name }) => name).sort();
}

/** Not what the browser or Lit calls. */
function isForPages(name: string): boolean {
  const ofLit = ['constructor', 'render', 'updated', 'willUpdate', 'takeChildren', 'joined'];
  return !name.startsWith('_') && !name.endsWith('Callback') && !ofLit.includes(name);
}

function isInternal(source: string, name: string): boolean {
  return new RegExp(`@internal\\s+\\*/\\s+(?:async )?${name}\\(`).test(source);
}
