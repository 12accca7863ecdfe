import { readElements, settableOf } from './read-elements.mjs';

/** The reference of both elements, as Markdown. */
export function elementReference() {
  return `# The elements

Generated from the elements’ doc comments by \`scripts/generate.mjs\`. Do not edit.
${readElements().map(chapter).join('\n')}`;
}

function chapter(element) {
  const { tagName, description, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const readonly = members.filter((member) => member.kind === 'field' && member.readonly);
  const methods = members.filter(({ kind }) => kind === 'method');
  const type = ({ type }) => code(type.text);
  const sections = [
    [
      'Properties and attributes',
      ['property', 'attribute', 'type'],
      settableOf(element),
      [named, attribute, type],
    ],
    ['To be read', ['property', 'type'], readonly, [named, type]],
    ['Methods', ['method', 'answers'], methods, [call, ({ return: answer }) => code(answer.type.text)]],
    ['Events', ['event', 'class'], events, [named, type]],
    ['Slots', ['slot'], slots, [({ name }) => (name ? code(name) : '(none)')]],
    ['Parts', ['part'], cssParts, [named]],
    [
      'Custom properties',
      ['property', 'default'],
      cssProperties,
      [named, ({ default: value }) => (value ? code(value) : '')],
    ],
    ['States', ['state'], cssStates ?? [], [named]],
  ];
  return `
## \`<${tagName}>\`

${description.replaceAll('\n', ' ')}
${sections
  .filter(([, , items]) => items.length > 0)
  .map(table)
  .join('\n')}`;
}

function table([title, columns, items, cells]) {
  const rows = items.map((item) => row([...cells.map((cell) => cell(item)), item.description ?? '']));
  return `
### ${title}

${row([...columns, ''])}
${row([...columns, ''].map(() => '---'))}
${rows.join('\n')}
`;
}

const code = (text) => `\`${text}\``;
const row = (cells) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const named = ({ name }) => code(name);
const attribute = ({ attribute }) => (attribute ? code(attribute) : '');
const call = ({ name, parameters = [] }) =>
  code(`${name}(${parameters.map((given) => `${given.name}${given.optional ? '?' : ''}`).join(', ')})`);
