import { modules, patchModulesInput, patchWorkspaceInput, workspace } from '@hemat/shared/schemas';
import { workspaceExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { isPartner } from '../http/authenticate.js';
import { callerOf } from '../http/caller-of.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { jsonBody } from '../http/request-parts.js';
import { loadModules } from '../services/load-modules.js';
import { loadWorkspace } from '../services/load-workspace.js';
import { patchModules } from '../services/patch-modules.js';
import { patchWorkspace } from '../services/patch-workspace.js';

const tag = 'Workspace';
const settings = {
  200: { description: 'The settings.', data: workspace, example: workspaceExample },
} as const;
const switches = {
  200: { description: 'The modules.', data: modules, example: { marketing: true, plan: 'starter' } },
} as const;

const load = secretEndpoint({
  method: 'get',
  path: '/workspace',
  tag,
  summary: 'Get the settings',
  scopes: ['read'],
  needsModule: false,
  answers: settings,
});

const patch = secretEndpoint({
  method: 'patch',
  path: '/workspace',
  tag,
  summary: 'Change settings',
  description: 'Only what is named changes. `plan` and `moduleFeeBasisPoints` take a partner key.',
  scopes: ['admin'],
  needsModule: false,
  request: { body: jsonBody(patchWorkspaceInput) },
  answers: settings,
});

const loadSwitches = secretEndpoint({
  method: 'get',
  path: '/modules',
  tag,
  summary: 'Get the modules',
  scopes: ['read'],
  needsModule: false,
  answers: switches,
});

const patchSwitches = secretEndpoint({
  method: 'patch',
  path: '/modules',
  tag,
  summary: 'Turn the Marketing module on or off',
  description:
    'While it is off, management, validate, lock and public calls answer `MARKETING_MODULE_DISABLED`; nothing is lost.',
  scopes: ['admin'],
  needsModule: false,
  request: { body: jsonBody(patchModulesInput) },
  answers: switches,
  errors: ['UPGRADE_REQUIRED'],
});

/** The settings of the caller's workspace. */
export function workspaceRoutes(app: App): void {
  mount(app, load, (c) => perform(c, loadWorkspace));
  mount(app, patch, (c) => {
    const byPartner = isPartner(callerOf(c.get('call')));
    return perform(c, (deps) => patchWorkspace(deps, { ...c.req.valid('json'), byPartner }));
  });
  mount(app, loadSwitches, (c) => perform(c, loadModules));
  mount(app, patchSwitches, (c) => perform(c, (deps) => patchModules(deps, c.req.valid('json'))));
}
