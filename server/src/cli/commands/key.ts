import { defineCommand } from 'citty';
import { createApiKeyInput } from '@hemat/shared/schemas';
import { createApiKey } from '../../services/create-api-key.js';
import { callFor } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { parseInput } from '../parse-input.js';
import { print, printJson } from '../print.js';
import { takeOutcome } from '../take-outcome.js';

const create = defineCommand({
  meta: { name: 'create', description: 'Make a key; its secret is shown once' },
  args: {
    workspace: { type: 'string', required: true, description: 'Slug or id' },
    name: { type: 'string', required: true, description: 'What the key is for' },
    kind: { type: 'string', default: 'bearer', description: 'bearer, publishable or signed' },
    scopes: {
      type: 'string',
      description: 'Comma-separated: read, validate, redeem, manage, admin, platform:admin',
    },
    test: { type: 'boolean', description: 'Make a test key (sk_test_…)' },
    json: { type: 'boolean', description: 'Print one line of JSON and nothing else' },
  },
  run: async ({ args }) => {
    const input = parseInput(createApiKeyInput, {
      kind: args.kind,
      name: args.name,
      scopes: args.scopes?.split(',').map((scope) => scope.trim()),
      test: args.test,
    });
    // Whoever can run commands on the database may make any key.
    const made = await withService({}, async (deps) =>
      takeOutcome(
        await createApiKey(await callFor(deps, args.workspace), { ...input, mayGrantPlatform: true }),
      ),
    );
    if (args.json) printJson(made);
    else
      print(
        `id      ${made.apiKey.id}`,
        `key id  ${made.apiKey.keyId}`,
        `secret  ${made.secret}`,
        '',
        'It is not shown again.',
      );
  },
});

/** `hemat key create`. */
export const key = defineCommand({
  meta: { name: 'key', description: 'Make API keys' },
  subCommands: { create },
});
