import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';
import { presentWorkspace } from './present-workspace.js';

/** The settings of the caller's workspace. */
export async function loadWorkspace({ workspace }: CallDeps): Promise<Outcome<WorkspaceOnWire>> {
  return done(presentWorkspace(workspace));
}
