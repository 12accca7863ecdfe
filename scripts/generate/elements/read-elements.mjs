import { readFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

/** The base class comes before the elements that inherit from it. */
const sources = [
  'src/element/store-element.ts',
  'src/discount-field/hemat-discount-field.ts',
  'src/promo-teaser/hemat-promo-teaser.ts',
];

/** Both elements as the custom-elements manifest describes a class, read from their doc comments; only what a page may use. */
export function readElements() {
  const modules = sources.map((path) =>
    ts.createSourceFile(path, readFileSync(`widget/${path}`, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({ modules, plugins: litPlugin() });
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(publicOnly);
}

/** Attributes first, as a page sets them, with what the element itself adds before what both have. */
function publicOnly({ members, events, ...element }) {
  const isPublic = (member) =>
    !member.static && !['private', 'protected'].includes(member.privacy) && !/Callback$/.test(member.name);
  const told = {
    ...element,
    members: members.filter(isPublic),
    events: events.filter(({ name }) => name),
  };
  return withoutOrigin(told);
}

/** The base class is not in the manifest, so nothing points at it. */
function withoutOrigin(value) {
  if (Array.isArray(value)) return value.map(withoutOrigin);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'inheritedFrom' && key !== 'superclass');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutOrigin(inner)]));
}

/** The properties that a page may set, with the attribute each has, if any. */
export function settableOf(element) {
  return element.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
}

/** The part of the class's name that tells one element's types from another's. */
export function shortName({ name }) {
  return name.replace(/^Hemat/, '');
}
