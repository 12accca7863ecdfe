import { updateWorkspace } from '../storage/repositories/workspaces.js';
import type { WorkspacesTable } from '../storage/tables.js';
import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { DirectoryDeps } from './directory.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentWorkspace } from './present-workspace.js';
import { recordEffect } from './record-effect.js';
import { workspaceFromRow } from './workspace-from-row.js';
import { writeOutcome } from './write-outcome.js';

/** Columns of a workspace that settings may change. */
export type WorkspaceChanges = Partial<
  Omit<WorkspacesTable, 'id' | 'slug' | 'version' | 'created_at' | 'updated_at'>
>;

/** Writes changes to the caller's workspace with their audit row; every call sees them once this answers. */
export async function changeWorkspace(
  deps: DirectoryDeps,
  action: string,
  changes: WorkspaceChanges,
): Promise<Outcome<WorkspaceOnWire>> {
  const { workspace } = deps;
  if (Object.keys(changes).length === 0) return done(presentWorkspace(workspace));
  const outcome = await writeOutcome<WorkspaceOnWire>(deps.storage, async (tx) => {
    const row = await updateWorkspace(tx, workspace.id, { ...changes, updated_at: deps.now() });
    if (row === undefined) return refused({ code: 'NOT_FOUND' });
    const after = presentWorkspace(workspaceFromRow(row));
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor: deps.actor,
      event: null,
      action,
      target: { type: 'workspace', id: workspace.id },
      before: presentWorkspace(workspace),
      after,
    });
    return done(after);
  });
  deps.directory.forget();
  return outcome;
}
