import { readElements } from './read-elements.mjs';

const classes = 'dist/npm/index.js';

/** `custom-elements.json`: the custom-elements manifest 1.0.0 of the npm package. */
export function customElements() {
  const elements = readElements();
  const reference = ({ name }) => ({ name, module: classes });
  return JSON.stringify({
    schemaVersion: '1.0.0',
    readme: '',
    modules: [
      {
        kind: 'javascript-module',
        path: classes,
        declarations: elements.map((element) => ({
          ...element,
          superclass: { name: 'LitElement', package: 'lit' },
        })),
        exports: elements.map((element) => ({
          kind: 'js',
          name: element.name,
          declaration: reference(element),
        })),
      },
      {
        kind: 'javascript-module',
        path: 'dist/npm/define.js',
        declarations: [],
        exports: elements.map((element) => ({
          kind: 'custom-element-definition',
          name: element.tagName,
          declaration: reference(element),
        })),
      },
    ],
  });
}
