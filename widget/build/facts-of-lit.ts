import type { Fact } from './known-facts.js';

const html = '/lit-html/lit-html.js';
const reactive = '/reactive-element/reactive-element.js';
const element = '/lit-element/lit-element.js';

/** What is true of our elements and of every browser that can run them. */
export const factsOfLit: readonly Fact[] = [
  {
    because: 'the page is promised no other name than Hemat: no list of versions, no hook for polyfills',
    module: html,
    swaps: [
      [
        /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\);const /g,
        ',',
      ],
    ],
  },
  {
    because: 'the same',
    module: reactive,
    swaps: [
      [/,\w+=\w+\.reactiveElementPolyfillSupport/g, ''],
      [/,\w\?\.\(\{ReactiveElement:\w\}\),\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/g, ''],
    ],
  },
  {
    because: 'the same',
    module: element,
    swaps: [
      [
        /,\w\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\);const (\w)=\w\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w\}\)/g,
        '',
      ],
      [/\(\w\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\);/g, ''],
    ],
  },
  {
    because: 'no property is declared by a decorator',
    module: reactive,
    swaps: [
      [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/g, ''],
      [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{[^}]*\}/g, ''],
      [/static addInitializer\(t\)\{[^}]*\}/g, ''],
      [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/g, ''],
      [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/g, ''],
    ],
  },
  {
    because: 'properties are texts, booleans, or not read from attributes',
    module: reactive,
    swaps: [
      [/case Object:case Array:t=[^}]*(?=\})/g, ''],
      [/case Number:.*?(?=\}return i\})/g, ''],
    ],
  },
  {
    because: 'browsers with element internals adopt style sheets',
    module: '/reactive-element/css-tag.js',
    swaps: [[/(?<=,e=)\w\.ShadowRoot.*?CSSStyleSheet\.prototype/g, '!0']],
  },
  {
    because: 'our templates have no directives',
    module: html,
    swaps: [
      [/function M\(t,i,s=t,e\)\{.*?\}(?=class R)/g, 'function M(t,i){return i}'],
      [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\);/g, ''],
      [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/g, ':0'],
    ],
  },
];

/** A directive in a template would be left unheard. */
export const neverBundled = /\/(?:lit-html|lit)\/.*directive/;
