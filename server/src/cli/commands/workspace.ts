import { defineCommand } from 'citty';
import { patchWorkspaceInput } from '@hemat/shared/schemas';
import { patchWorkspace } from '../../services/patch-workspace.js';
import { listWorkspaces } from '../../storage/repositories/workspaces.js';
import { callFor } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { parseInput } from '../parse-input.js';
import { print, printJson } from '../print.js';
import { takeOutcome } from '../take-outcome.js';
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

const plan = defineCommand({
  meta: { name: 'plan', description: 'Change the plan of a workspace; the free one turns Marketing off' },
  args: {
    workspace: { type: 'string', required: true, description: 'Slug or id' },
    plan: { type: 'string', required: true, description: 'free, starter or another' },
  },
  run: async ({ args }) => {
    const input = parseInput(patchWorkspaceInput, { plan: args.plan });
    const changed = await withService({}, async (deps) => {
      const call = await callFor(deps, args.workspace);
      // Whoever can run commands on the database may change what is billed.
      return takeOutcome(await patchWorkspace({ ...deps, ...call }, { ...input, byPartner: true }));
    });
    print(
      `${changed.slug} has the plan ${changed.plan}; Marketing is ${changed.marketingEnabled ? 'on' : 'off'}.`,
    );
  },
});

/** `hemat workspace create | list | plan`. */
export const workspace = defineCommand({
  meta: { name: 'workspace', description: 'Make and list workspaces, and change their plan' },
  subCommands: { create, list, plan },
});
