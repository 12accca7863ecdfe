import { defineCommand } from 'citty';
import { createWorkspaceInput } from '@hemat/shared/schemas';
import { checkOwner, inviteOwner, type OwnerEntry } from '../invite-owner.js';
import { makeWorkspace, type NewWorkspaceKeys } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { parseInput } from '../parse-input.js';
import { print, printJson } from '../print.js';

const settings = createWorkspaceInput.omit({ accountId: true });

/** `hemat init`: a workspace with its first keys and its first owner, on an empty or an existing database. */
export const init = defineCommand({
  meta: {
    name: 'init',
    description: 'Make a workspace, its first keys and its first owner, on an empty or an existing database',
  },
  args: {
    slug: { type: 'string', required: true, description: 'Short name in URLs, such as toko-kopi' },
    name: { type: 'string', description: 'Name a person reads; the slug by default' },
    currency: { type: 'string', description: 'Default currency, ISO 4217; IDR by default' },
    'time-zone': { type: 'string', description: 'IANA zone of calendar days; Asia/Jakarta by default' },
    'owner-email': {
      type: 'string',
      description:
        'Who signs in first. With their password in HEMAT_OWNER_PASSWORD at once, else by a link that is printed',
    },
    json: { type: 'boolean', description: 'Print one line of JSON and nothing else' },
  },
  run: async ({ args }) => {
    const input = parseInput(settings, {
      slug: args.slug,
      name: args.name,
      defaultCurrency: args.currency,
      timeZone: args['time-zone'],
    });
    const made = await withService({ migrate: true }, async (deps, config) => {
      const owner = {
        email: args['owner-email'],
        password: process.env['HEMAT_OWNER_PASSWORD'] || undefined,
      };
      checkOwner(owner);
      const keys = await makeWorkspace(deps, input);
      return { ...keys, ...(await inviteOwner(deps, config, { ...owner, workspaceId: keys.workspace.id })) };
    });
    if (args.json) printJson(made);
    else print(...explain(made));
  },
});

function explain(made: NewWorkspaceKeys & OwnerEntry): string[] {
  const { workspace, secretKey, publishableKey } = made;
  return [
    `The workspace ${workspace.slug} (${workspace.id}) is made.`,
    '',
    `  secret key       ${secretKey}`,
    `  publishable key  ${publishableKey}`,
    '',
    'The secret key is for your back end and is not shown again: keep it where you keep passwords.',
    'The publishable key may stand in a web page.',
    '',
    ...('ownerLink' in made
      ? ['Its first owner signs in by this link, once, within seven days:', '', `  ${made.ownerLink}`]
      : [`Its first owner is ${made.owner.email}.`]),
    '',
    'Next: `hemat serve`, then make a code:',
    '',
    '  curl http://127.0.0.1:8787/v1/discount-codes \\',
    "    -H 'Authorization: Bearer <secret key>' -H 'Content-Type: application/json' \\",
    '    -d \'{"code": "KOPI10", "type": "percent", "value": 10}\'',
  ];
}
