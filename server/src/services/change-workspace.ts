import { lockWorkspace, updateWorkspace } from '../storage/repositories/workspaces.js';
import type { WorkspacesTable } from '../storage/tables.js';
import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { DirectoryDeps } from './directory.js';
import { done, refused, type Outcome, type Refusal } from './outcome.js';
import { presentWorkspace } from './present-workspace.js';
import { recordEffect } from './record-effect.js';
import { workspaceFromRow } from './workspace-from-row.js';
import { writeOutcome } from './write-outcome.js';

/** Columns of a workspace that settings may change. */
export type WorkspaceChanges = Partial<
  Omit<WorkspacesTable, 'id' | 'slug' | 'version' | 'created_at' | 'updated_at'>
>;

/** A change to the caller's workspace. */
export interface WorkspaceChange {
  /** For the audit log. */
  readonly action: string;
  readonly changes: WorkspaceChanges;
  /** Refuses the change for what the workspace is at this moment; default: nothing does. */
  readonly refuse?: (before: WorkspacesTable) => Refusal | null;
}

/**
 * Writes what differs of the caller's workspace, with its audit row. This process sees it once this answers, every other within
 * the age of its directory.
 */
export async function changeWorkspace(
  deps: DirectoryDeps,
  { action, changes, refuse }: WorkspaceChange,
): Promise<Outcome<WorkspaceOnWire>> {
  const { workspace } = deps;
  const outcome = await writeOutcome<WorkspaceOnWire>(deps.storage, async (tx) => {
    // What the directory knows may be older than another process's change.
    const before = await lockWorkspace(tx, workspace.id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    const refusal = refuse?.(before) ?? null;
    if (refusal !== null) return refused(refusal);
    if (!differs(before, changes)) return done(presentWorkspace(workspaceFromRow(before)));
    const row = await updateWorkspace(tx, workspace.id, { ...changes, updated_at: deps.now() });
    if (row === undefined) return refused({ code: 'NOT_FOUND' });
    const after = presentWorkspace(workspaceFromRow(row));
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor: deps.actor,
      event: null,
      action,
      target: { type: 'workspace', id: workspace.id },
      before: presentWorkspace(workspaceFromRow(before)),
      after,
    });
    return done(after);
  });
  deps.directory.forget();
  return outcome;
}

function differs(row: WorkspacesTable, changes: WorkspaceChanges): boolean {
  // A change names columns of the row.
  return Object.entries(changes).some(([column, value]) => row[column as keyof WorkspacesTable] !== value);
}
