import type { Modules } from '@hemat/shared/schemas';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';

/** The modules of the caller's workspace and its plan. */
export async function loadModules({ workspace }: CallDeps): Promise<Outcome<Modules>> {
  return done({ marketing: workspace.marketingEnabled, plan: workspace.plan });
}
