import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { Workspace } from './deps.js';

/** A workspace as the wire shows it. */
export function presentWorkspace({ version: _, ...workspace }: Workspace): WorkspaceOnWire {
  return {
    ...workspace,
    allowedOrigins: [...workspace.allowedOrigins],
    createdAt: new Date(workspace.createdAt).toISOString(),
    updatedAt: new Date(workspace.updatedAt).toISOString(),
  };
}
