import { readElements, settableOf, shortName } from './read-elements.mjs';

const head = '// Generated from the elements’ doc comments by scripts/generate.mjs. Do not edit.\n';

/** What the typings of every framework stand on: the properties, dashed attributes and events of each element. */
export function elementTypes() {
  const elements = readElements();
  const events = elements.flatMap((element) => element.events.map(({ type }) => type.text));
  const names = [...elements.map(({ name }) => name), ...events].sort();
  return `${head}import type { ${names.join(', ')} } from '@hemat/widget';

type Settable<Element, Name extends keyof Element> = {
  [Key in keyof Pick<Element, Name>]?: Element[Key] | undefined;
};
${elements.map(typesOf).join('\n')}`;
}

function typesOf(element) {
  const { name, tagName, events } = element;
  const short = shortName(element);
  const settable = settableOf(element);
  const dashed = settable.filter((field) => field.attribute?.includes('-'));
  return `
/** The properties of \`<${tagName}>\` that a page may set. */
export type ${short}Properties = Settable<${name}, ${settable.map((field) => `'${field.name}'`).join(' | ')}>;

/** The attributes of \`<${tagName}>\` that are spelled unlike their properties. */
export interface ${short}Attributes {
${dashed.map((field) => `  /** ${field.description} */\n  '${field.attribute}'?: ${name}['${field.name}'] | undefined;`).join('\n')}
}

/** The events of \`<${tagName}>\` by their names. */
export interface ${short}Events {
${events.map((event) => `  /** ${event.description} */\n  '${event.name}': ${event.type.text};`).join('\n')}
}
`;
}

const imported = (elements, kinds) =>
  elements.flatMap((element) => kinds.map((kind) => `${shortName(element)}${kind}`)).join(', ');
const kinds = ['Properties', 'Attributes', 'Events'];

/** JSX of React 19: \`import type {} from '@hemat/widget/jsx'\`. */
export function jsxTypes() {
  const elements = readElements();
  return `${head}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ${elements.map(({ name }) => name).join(', ')} } from '@hemat/widget';
import type { ${imported(elements, kinds)} } from './elements.js';

type Listeners<Events> = { [Name in keyof Events as \`on\${Name & string}\`]?: ((event: Events[Name]) => void) | undefined };
type Tag<Class, Own> = DetailedHTMLProps<HTMLAttributes<Class>, Class> & Own;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map((element) => line(element, (short) => `Tag<${element.name}, ${short}Properties & ${short}Attributes & Listeners<${short}Events>>`)).join('\n')}
    }
  }
}
`;
}

/** Templates of Vue 3: \`import type {} from '@hemat/widget/vue'\`. */
export function vueTypes() {
  const elements = readElements();
  return `${head}import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ${elements.map(({ name }) => name).join(', ')} } from '@hemat/widget';
import type { ${imported(elements, kinds)} } from './elements.js';

type Heard<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };
type CustomElement<Class, Own, Events> = new () => Class & {
  /** Seen by the template's type check only. */
  $props: HTMLAttributes & PublicProps & Own;
  /** Seen by the template's type check only. */
  $emit: EmitFn<Heard<Events>>;
};

declare module 'vue' {
  interface GlobalComponents {
${elements.map((element) => line(element, (short) => `CustomElement<${element.name}, ${short}Properties & ${short}Attributes, ${short}Events>`)).join('\n')}
  }
}
`;
}

/** Templates of Svelte 5: \`import type {} from '@hemat/widget/svelte'\`. */
export function svelteTypes() {
  const elements = readElements();
  return `${head}import type { HTMLAttributes } from 'svelte/elements';
import type { ${elements.map(({ name }) => name).join(', ')} } from '@hemat/widget';
import type { ${imported(elements, kinds)} } from './elements.js';

type Listeners<Events> = { [Name in keyof Events as \`on\${Name & string}\`]?: ((event: Events[Name]) => void) | undefined };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map((element) => line(element, (short) => `HTMLAttributes<${element.name}> & ${short}Properties & ${short}Attributes & Listeners<${short}Events>`)).join('\n')}
  }
}
`;
}

const line = (element, typeOf) =>
  `/** ${element.description.replaceAll('\n', ' ')} */\n'${element.tagName}': ${typeOf(shortName(element))};`;
