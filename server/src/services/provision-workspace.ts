import type { CreateWorkspaceAnswer, CreateWorkspaceInput } from '@hemat/shared/schemas';
import { findWorkspaceById, insertWorkspace } from '../storage/repositories/workspaces.js';
import type { WorkspacesTable } from '../storage/tables.js';
import type { Actor, Deps } from './deps.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentWorkspace } from './present-workspace.js';
import { recordEffect } from './record-effect.js';
import { refuseInvalid } from './refuse-invalid.js';
import { workspaceFromRow } from './workspace-from-row.js';
import { writeOutcome } from './write-outcome.js';

/** A workspace to make under `id`: `acc_…` of a partner, `usr_…` of an own sign-up. */
export interface NewWorkspace extends Omit<CreateWorkspaceInput, 'accountId'> {
  readonly id: string;
}

const defaultPlan = 'starter';

/** Makes the workspace `id`; where there is one it changes nothing and answers it with `created: false`. */
export async function provisionWorkspace(
  deps: Deps & { readonly actor: Actor },
  input: NewWorkspace,
): Promise<Outcome<CreateWorkspaceAnswer>> {
  const row = newRow(input, deps.now());
  if (row.plan === 'free' && row.marketing_enabled === 1) return refused({ code: 'UPGRADE_REQUIRED' });
  return writeOutcome<CreateWorkspaceAnswer>(deps.storage, async (tx) => {
    if (!(await insertWorkspace(tx, row))) {
      const kept = await findWorkspaceById(tx, input.id);
      if (kept === undefined) return refuseInvalid([{ path: ['slug'], code: 'taken', message: 'is taken' }]);
      return done({ workspace: presentWorkspace(workspaceFromRow(kept)), created: false });
    }
    const workspace = presentWorkspace(workspaceFromRow(row));
    await recordEffect(deps, tx, {
      workspaceId: row.id,
      actor: deps.actor,
      event: null,
      action: 'workspace.created',
      target: { type: 'workspace', id: row.id },
      before: null,
      after: workspace,
    });
    return done({ workspace, created: true });
  });
}

function newRow(input: NewWorkspace, now: number): WorkspacesTable {
  const plan = input.plan ?? defaultPlan;
  return {
    id: input.id,
    slug: input.slug,
    name: input.name ?? input.slug,
    plan,
    marketing_enabled: Number(input.marketing ?? plan !== 'free'),
    default_currency: input.defaultCurrency ?? 'IDR',
    time_zone: input.timeZone ?? 'Asia/Jakarta',
    rounding_increment: input.roundingIncrement ?? null,
    allowed_origins: JSON.stringify(input.allowedOrigins ?? []),
    public_reasons: input.publicReasons ?? 'full',
    default_limit_policy: input.defaultLimitPolicy ?? 'honor',
    default_hold_minutes: input.defaultHoldMinutes ?? 60,
    order_url_template: input.orderUrlTemplate ?? null,
    module_fee_basis_points: 30,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}
