import type { ApiKey } from '@hemat/shared/schemas';
import { findApiKey, revokeApiKey as revokeRow } from '../storage/repositories/api-keys.js';
import type { DirectoryDeps } from './directory.js';
import { presentApiKey } from './keys/present-api-key.js';
import { done, refused, type Outcome } from './outcome.js';
import { recordEffect } from './record-effect.js';
import { writeOutcome } from './write-outcome.js';

/**
 * Ends a key for good: from the next call on in this process, in every other within the age of its directory. Once revoked, the
 * same call changes nothing.
 */
export async function revokeApiKey(deps: DirectoryDeps, id: string): Promise<Outcome<ApiKey>> {
  const { workspace } = deps;
  const outcome = await writeOutcome<ApiKey>(deps.storage, async (tx) => {
    const before = await findApiKey(tx, workspace.id, id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    const row = await revokeRow(tx, workspace.id, id, deps.now());
    if (row === undefined) return done(presentApiKey((await findApiKey(tx, workspace.id, id)) ?? before));
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor: deps.actor,
      event: null,
      action: 'api_key.revoked',
      target: { type: 'api_key', id },
      before: presentApiKey(before),
      after: presentApiKey(row),
    });
    return done(presentApiKey(row));
  });
  deps.directory.forget();
  return outcome;
}
