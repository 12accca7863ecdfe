import { createWorkspaceAnswer, createWorkspaceInput } from '@hemat/shared/schemas';
import { workspaceExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { jsonBody } from '../http/request-parts.js';
import { provisionWorkspace } from '../services/provision-workspace.js';

const create = secretEndpoint({
  method: 'post',
  path: '/admin/workspaces',
  tag: 'Partners',
  summary: 'Make the workspace of an account',
  description:
    'For partner keys. The same `accountId` again changes nothing and answers 200. Act for the account with `Hemat-On-Behalf-Of`.',
  scopes: ['platform:admin'],
  needsModule: false,
  request: { body: jsonBody(createWorkspaceInput) },
  answers: {
    200: { description: 'The account had its workspace already.', data: createWorkspaceAnswer },
    201: {
      description: 'The new workspace.',
      data: createWorkspaceAnswer,
      example: { workspace: { ...workspaceExample, id: 'acc_7f3a' }, created: true },
    },
  },
  errors: ['UPGRADE_REQUIRED'],
});

/** What a partner does about its accounts. */
export function adminRoutes(app: App): void {
  mount(app, create, (c) => {
    const { accountId, ...rest } = c.req.valid('json');
    return perform(c, (deps) => provisionWorkspace(deps, { ...rest, id: accountId }), {
      status: ({ created }) => (created ? 201 : 200),
    });
  });
}
