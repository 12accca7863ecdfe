import type { CreateWorkspaceInput } from '@hemat/shared/schemas';
import type { AppDeps } from '../app-deps.js';
import { createApiKey } from '../services/create-api-key.js';
import type { CallDeps } from '../services/deps.js';
import { provisionWorkspace } from '../services/provision-workspace.js';
import { CliError } from './cli-error.js';
import { takeOutcome } from './take-outcome.js';

/** A new workspace and its first keys; the secrets are shown here and nowhere else. */
export interface NewWorkspaceKeys {
  readonly workspace: { readonly id: string; readonly slug: string };
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** The command line as it stands in the audit log. */
export const commandLine = { kind: 'system', id: 'cli' } as const;

/** Makes a workspace anchored on this installation, a secret key that may do everything in it, and a publishable key. */
export async function makeWorkspace(
  deps: AppDeps,
  settings: Omit<CreateWorkspaceInput, 'accountId'>,
): Promise<NewWorkspaceKeys> {
  const id = deps.newId('usr');
  const { workspace } = takeOutcome(
    await provisionWorkspace({ ...deps, actor: commandLine }, { ...settings, id }),
  );
  const call = await callFor(deps, id);
  const secret = takeOutcome(
    await createApiKey(call, {
      kind: 'bearer',
      name: 'First key',
      scopes: ['read', 'validate', 'redeem', 'manage', 'admin'],
      mayGrantPlatform: false,
    }),
  );
  const publishable = takeOutcome(
    await createApiKey(call, { kind: 'publishable', name: 'Storefront', mayGrantPlatform: false }),
  );
  return {
    workspace: { id: workspace.id, slug: workspace.slug },
    secretKey: secret.secret,
    publishableKey: publishable.secret,
  };
}

/** What a verb needs to act for a workspace, by id or slug. Throws a `CliError` where there is none. */
export async function callFor(deps: AppDeps, idOrSlug: string): Promise<CallDeps> {
  const workspace = await deps.directory.findWorkspace(idOrSlug);
  if (workspace === undefined) throw new CliError('There is no such workspace.');
  return { ...deps, workspace, actor: commandLine };
}
