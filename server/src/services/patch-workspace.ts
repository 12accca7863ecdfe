import type { PatchWorkspaceInput, WorkspaceOnWire } from '@hemat/shared/schemas';
import { changeWorkspace, type WorkspaceChanges } from './change-workspace.js';
import type { DirectoryDeps } from './directory.js';
import { refused, type Outcome } from './outcome.js';

/** A change of settings, and whether the caller is a partner that may change what is billed. */
export interface WorkspacePatch extends PatchWorkspaceInput {
  readonly byPartner: boolean;
}

/** Changes the settings that are named; the free plan turns Marketing off. `FORBIDDEN` for plan and fee without a partner's key. */
export async function patchWorkspace(
  deps: DirectoryDeps,
  { byPartner, ...patch }: WorkspacePatch,
): Promise<Outcome<WorkspaceOnWire>> {
  const billed = patch.plan ?? patch.moduleFeeBasisPoints;
  if (billed != null && !byPartner) {
    return refused({ code: 'FORBIDDEN', field: patch.plan == null ? 'moduleFeeBasisPoints' : 'plan' });
  }
  return changeWorkspace(deps, { action: 'workspace.updated', changes: changesOf(patch) });
}

/** `null` clears the rounding increment, the origins and the orders' address; elsewhere it means absent. */
function changesOf(patch: PatchWorkspaceInput): WorkspaceChanges {
  const changes: WorkspaceChanges = {
    ...(patch.name != null && { name: patch.name }),
    ...(patch.defaultCurrency != null && { default_currency: patch.defaultCurrency }),
    ...(patch.timeZone != null && { time_zone: patch.timeZone }),
    ...(patch.roundingIncrement !== undefined && { rounding_increment: patch.roundingIncrement }),
    ...(patch.allowedOrigins !== undefined && {
      allowed_origins: JSON.stringify([...new Set(patch.allowedOrigins ?? [])]),
    }),
    ...(patch.publicReasons != null && { public_reasons: patch.publicReasons }),
    ...(patch.defaultLimitPolicy != null && { default_limit_policy: patch.defaultLimitPolicy }),
    ...(patch.defaultHoldMinutes != null && { default_hold_minutes: patch.defaultHoldMinutes }),
    ...(patch.orderUrlTemplate !== undefined && { order_url_template: patch.orderUrlTemplate }),
    ...(patch.plan != null && { plan: patch.plan }),
    // The free plan has no module; nothing of it is lost.
    ...(patch.plan === 'free' && { marketing_enabled: 0 }),
    ...(patch.moduleFeeBasisPoints != null && { module_fee_basis_points: patch.moduleFeeBasisPoints }),
  };
  return changes;
}
