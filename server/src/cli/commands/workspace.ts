import { defineCommand } from 'citty';
import { listWorkspaces } from '../../storage/repositories/workspaces.js';
import { withService } from '../open-service.js';
import { print, printJson } from '../print.js';
import { init } from './init.js';

const create = defineCommand({ ...init, meta: { name: 'create', description: 'The same as `hemat init`' } });

const list = defineCommand({
  meta: { name: 'list', description: 'List the workspaces of this database' },
  args: { json: { type: 'boolean', description: 'Print one line of JSON and nothing else' } },
  run: async ({ args }) => {
    const rows = await withService({}, (deps) => listWorkspaces(deps.storage.reader));
    if (args.json) printJson(rows.map(({ id, slug, name, plan }) => ({ id, slug, name, plan })));
    else if (rows.length === 0) print('There is no workspace yet: `hemat init --slug …` makes one.');
    else print(...rows.map(({ id, slug, name }) => `${id}  ${slug}  ${name}`));
  },
});

/** `hemat workspace create | list`. */
export const workspace = defineCommand({
  meta: { name: 'workspace', description: 'Make and list workspaces' },
  subCommands: { create, list },
});
