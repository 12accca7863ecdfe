import type { Modules, PatchModulesInput } from '@hemat/shared/schemas';
import { changeWorkspace } from './change-workspace.js';
import type { DirectoryDeps } from './directory.js';
import { done, type Outcome } from './outcome.js';

/** Turns the Marketing module on or off; nothing is lost while it is off. `UPGRADE_REQUIRED` on the free plan. */
export async function patchModules(
  deps: DirectoryDeps,
  { marketing }: PatchModulesInput,
): Promise<Outcome<Modules>> {
  const outcome = await changeWorkspace(deps, {
    action: marketing ? 'module.enabled' : 'module.disabled',
    changes: { marketing_enabled: Number(marketing) },
    refuse: ({ plan }) => (marketing && plan === 'free' ? { code: 'UPGRADE_REQUIRED' } : null),
  });
  return outcome.ok ? done({ marketing: outcome.value.marketingEnabled, plan: outcome.value.plan }) : outcome;
}
