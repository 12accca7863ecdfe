import { readFileSync } from 'node:fs';
import { readElements, settableOf } from './read-elements.mjs';

const flat = (text) => text.replaceAll('\n', ' ');
const isFlag = ({ type }) => type.text === 'boolean';
/** The words an attribute takes, where its type lists them. */
const wordsOf = ({ type }) => [...type.text.matchAll(/'([^']+)'/g)].map(([, word]) => word);

/** `html-custom-data.json` for VS Code and other editors on its language server. */
export function htmlCustomData() {
  const tags = readElements().map((element) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: `${flat(element.description)}\n\n${listing(element)}` },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...(isFlag(attribute) && { valueSet: 'v' }),
      ...(wordsOf(attribute).length > 0 && { values: wordsOf(attribute).map((name) => ({ name })) }),
    })),
  }));
  return JSON.stringify({ version: 1.1, tags });
}

function listing({ events, slots, cssParts }) {
  const rows = [
    ['Events', events],
    ['Slots', slots.filter(({ name }) => name)],
    ['Parts', cssParts],
  ];
  return rows
    .map(([title, items]) => `${title}: ${items.map(({ name }) => `\`${name}\``).join(', ')}`)
    .join('\n\n');
}

/** `web-types.json` for JetBrains editors. */
export function webTypes() {
  const { name, version } = JSON.parse(readFileSync('widget/package.json', 'utf8'));
  const told = ({ name: itsName, description }) => ({ name: itsName, description });
  const elements = readElements().map((element) => ({
    name: element.tagName,
    description: flat(element.description),
    attributes: element.attributes.map((attribute) => ({
      ...told(attribute),
      value: isFlag(attribute) ? { kind: 'no-value', type: 'boolean' } : { type: attribute.type.text },
    })),
    slots: element.slots.map(told),
    js: {
      properties: settableOf(element).map((field) => ({ ...told(field), type: field.type.text })),
      events: element.events.map((event) => ({ ...told(event), type: event.type.text })),
    },
    css: { parts: element.cssParts.map(told), properties: element.cssProperties.map(told) },
  }));
  return JSON.stringify({
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements } },
  });
}
