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
      [/\(void 0!==i\.converter\?\.toAttribute\?i\.converter:u\)/g, 'u'],
      [/"function"==typeof t\.converter\?.*?:u;/g, 'u;'],
      [/s\.state&&\(s\.attribute=!1\),/g, ''],
    ],
  },
  {
    because: 'no property has a default of its own or compares in its own way',
    module: reactive,
    swaps: [
      [/\(i\.hasChanged\?\?f\)\(h,s\)\|\|i\.useDefault&&.*?(?=\)\)return)/g, 'f(h,s)'],
      [/(?<=this\[e\]=r)\?\?this\._\$Ej\?\.get\(e\)\?\?r/g, ''],
      [/i&&!\(this\._\$Ej\?\?=new Map\).*?void 0!==r\)\|\|(?=\()/g, ''],
      [/this\.hasUpdated\|\|i\|\|/g, 'this.hasUpdated||'],
    ],
  },
  {
    because: 'browsers with element internals adopt style sheets',
    module: '/reactive-element/css-tag.js',
    swaps: [[/(?<=,e=)\w\.ShadowRoot.*?CSSStyleSheet\.prototype/g, '!0']],
  },
  {
    because: 'a sheet is one literal, which build/tighten-templates.ts sees to, and only `css` makes one',
    module: '/reactive-element/css-tag.js',
    swaps: [
      [/1===t\.length\?t\[0\]:e\.reduce\(.*?,t\[0\]\)/g, 't[0]'],
      [/if\(this\._\$cssResult\$=!0,o!==s\)throw Error\("[^"]*"\);/g, ''],
      [/const e=void 0!==s&&1===s\.length;e&&\(t=o\.get\(s\)\),void 0===t&&\(/g, '('],
      [/,e&&o\.set\(s,t\)/g, ''],
    ],
  },
  {
    because: 'our templates have no directives',
    module: html,
    swaps: [
      [/function M\(t,i,s=t,e\)\{.*?\}(?=class R)/g, 'function M(t,i){return i}'],
      [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\);/g, ''],
      [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/g, ':0'],
      [/get _\$AU\(\)\{[^}]*\}/g, ''],
      [/setConnected\(t\)\{[^}]*\}/g, ''],
      [/(?<=for\()this\._\$AP\?\.\(!1,!0,s\)/g, ''],
      [/this\._\$AN=void 0,/g, ''],
      [/,this\._\$Cv=e\?\.isConnected\?\?!0/g, ''],
    ],
  },
  {
    because: 'no template was compiled before',
    module: html,
    swaps: [[/"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)/g, 'this._$AC(t)']],
  },
  {
    because: 'only directives hear of a part that is connected',
    module: element,
    swaps: [
      [/connectedCallback\(\)\{super\.connectedCallback\(\),this\._\$Do\?\.setConnected\(!0\)\}/g, ''],
      [/disconnectedCallback\(\)\{super\.disconnectedCallback\(\),this\._\$Do\?\.setConnected\(!1\)\}/g, ''],
      [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/g, ''],
    ],
  },
  {
    because:
      'all markup is HTML, without texts that HTML takes raw, which build/tighten-templates.ts sees to',
    module: html,
    swaps: [
      [/\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/g, '""'],
      [/2===i\?"<svg>":3===i\?"<math>":""/g, '""'],
      [/2===i\|\|3===i/g, '!1'],
      [/y\.test\(u\[2\]\)&&.*?,(?=c=p)/g, ''],
      [/y\.test\(r\.tagName\)/g, '!1'],
    ],
  },
];

/** A directive in a template would be left unheard. */
export const neverBundled = /\/(?:lit-html|lit)\/.*directive/;
