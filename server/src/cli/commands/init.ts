import { defineCommand } from 'citty';
import { createWorkspaceInput } from '@hemat/shared/schemas';
import { makeWorkspace, type NewWorkspaceKeys } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { parseInput } from '../parse-input.js';
import { print, printJson } from '../print.js';

const settings = createWorkspaceInput.omit({ accountId: true });

/** `hemat init`: a workspace with its first keys, on an empty or an existing database. */
export const init = defineCommand({
  meta: {
    name: 'init',
    description: 'Make a workspace and its first keys, on an empty or an existing database',
  },
  args: {
    slug: { type: 'string', required: true, description: 'Short name in URLs, such as toko-kopi' },
    name: { type: 'string', description: 'Name a person reads; the slug by default' },
    currency: { type: 'string', description: 'Default currency, ISO 4217; IDR by default' },
    'time-zone': { type: 'string', description: 'IANA zone of calendar days; Asia/Jakarta by default' },
    json: { type: 'boolean', description: 'Print one line of JSON and nothing else' },
  },
  run: async ({ args }) => {
    const input = parseInput(settings, {
      slug: args.slug,
      name: args.name,
      defaultCurrency: args.currency,
      timeZone: args['time-zone'],
    });
    const made = await withService({ migrate: true }, (deps) => makeWorkspace(deps, input));
    if (args.json) printJson(made);
    else print(...explain(made));
  },
});

function explain({ workspace, secretKey, publishableKey }: NewWorkspaceKeys): string[] {
  return [
    `The workspace ${workspace.slug} (${workspace.id}) is made.`,
    '',
    `  secret key       ${secretKey}`,
    `  publishable key  ${publishableKey}`,
    '',
    'The secret key is for your back end and is not shown again: keep it where you keep passwords.',
    'The publishable key may stand in a web page.',
    '',
    'Next: `hemat serve`, then make a code:',
    '',
    '  curl http://127.0.0.1:8787/v1/discount-codes \\',
    "    -H 'Authorization: Bearer <secret key>' -H 'Content-Type: application/json' \\",
    '    -d \'{"code": "KOPI10", "type": "percent", "value": 10}\'',
  ];
}
