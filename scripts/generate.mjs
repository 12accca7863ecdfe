// Writes every generated file: the currency table, the OpenAPI description, the error reference, what editors and
// frameworks know of the elements. With --check it writes nothing and fails, naming each file that differs. Run through `node --conditions=hemat-source --import tsx`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { customElements } from './generate/elements/custom-elements.mjs';
import { htmlCustomData, webTypes } from './generate/elements/editor-data.mjs';
import { elementReference } from './generate/elements/element-reference.mjs';
import { elementTypes, jsxTypes, svelteTypes, vueTypes } from './generate/elements/typings.mjs';
import { errorReference } from './generate/error-reference.mjs';
import { openApi } from './generate/open-api.mjs';

const check = process.argv.includes('--check');
const files = {
  'docs/reference/errors.md': errorReference,
  'docs/reference/openapi.json': openApi,
  'docs/reference/elements.md': elementReference,
  'widget/custom-elements.json': customElements,
  'widget/html-custom-data.json': htmlCustomData,
  'widget/web-types.json': webTypes,
  'widget/types/elements.d.ts': elementTypes,
  'widget/types/jsx.d.ts': jsxTypes,
  'widget/types/vue.d.ts': vueTypes,
  'widget/types/svelte.d.ts': svelteTypes,
};

const stale = [];
for (const [path, make] of Object.entries(files)) {
  const made = await format(await make(), { ...(await resolveConfig(path)), filepath: path });
  if (existsSync(path) && readFileSync(path, 'utf8') === made) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, made);
  console.log(`wrote ${path}`);
}

const table = spawnSync(
  process.execPath,
  ['scripts/generate-currency-table.mjs', ...(check ? ['--check'] : [])],
  { stdio: 'inherit' },
);
if (check) for (const path of stale) console.error(`${path} is stale: run npm run generate`);
process.exit(table.status === 0 && (!check || stale.length === 0) ? 0 : 1);
