import { emailAddress, inviteMemberInput } from '@hemat/shared/schemas';
import { defineCommand } from 'citty';
import { z } from 'zod';
import { listMembers } from '../../services/members/list-members.js';
import { makePasswordLink } from '../../services/members/make-password-link.js';
import { dashboardPage, inviteToWorkspace } from '../invite-owner.js';
import { callFor, commandLine } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { parseInput } from '../parse-input.js';
import { print, printJson } from '../print.js';
import { takeOutcome } from '../take-outcome.js';

const json = { type: 'boolean', description: 'Print one line of JSON and nothing else' } as const;
const workspace = { type: 'string', required: true, description: 'Slug or id' } as const;
const howLong = 'It works once, for seven days, and is not shown again.';

const add = defineCommand({
  meta: { name: 'add', description: 'Print a link that makes somebody a member' },
  args: {
    workspace,
    email: { type: 'string', required: true, description: 'Whom the link is for' },
    role: { type: 'string', default: 'viewer', description: 'owner, manager or viewer' },
    json,
  },
  run: async ({ args }) => {
    const input = parseInput(inviteMemberInput, { email: args.email, role: args.role });
    const link = await withService({}, (deps, config) =>
      inviteToWorkspace(deps, config, { ...input, workspace: args.workspace }),
    );
    if (args.json) printJson({ link });
    else print(link, '', howLong);
  },
});

const list = defineCommand({
  meta: { name: 'list', description: 'List the members of a workspace' },
  args: { workspace, json },
  run: async ({ args }) => {
    const { items } = await withService({}, async (deps) =>
      takeOutcome(await listMembers(await callFor(deps, args.workspace), { limit: 100 })),
    );
    if (args.json) printJson(items);
    else if (items.length === 0) print('There is nobody yet: `hemat member add` makes a link.');
    else print(...items.map(({ id, role, email, name }) => `${id}  ${role.padEnd(7)}  ${email}  ${name}`));
  },
});

const reset = defineCommand({
  meta: { name: 'reset', description: 'Print a link that sets somebody a new password' },
  args: { email: { type: 'string', required: true, description: 'Whose password' }, json },
  run: async ({ args }) => {
    const { email } = parseInput(z.object({ email: emailAddress }), { email: args.email });
    const { link } = await withService({}, async (deps, config) =>
      takeOutcome(
        await makePasswordLink(
          { ...deps, actor: commandLine },
          { email, page: dashboardPage(config, 'reset-password') },
        ),
      ),
    );
    if (args.json) printJson({ link });
    else print(link, '', `${howLong} Until it is used the old password stays good.`);
  },
});

/** `hemat member add | list | reset`. */
export const member = defineCommand({
  meta: { name: 'member', description: 'Invite members, list them, let them set a new password' },
  subCommands: { add, list, reset },
});
