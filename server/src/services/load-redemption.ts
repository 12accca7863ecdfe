import type { Redemption } from '@hemat/shared/schemas';
import { findRedemption } from '../storage/repositories/redemptions.js';
import type { CallDeps } from './deps.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentRedemption } from './present-redemption.js';

/** One row of the workspace's ledger; `NOT_FOUND` for another workspace's id. */
export async function loadRedemption(
  deps: CallDeps,
  { id }: { readonly id: string },
): Promise<Outcome<Redemption>> {
  const row = await findRedemption(deps.storage.reader, deps.workspace.id, id);
  return row === undefined ? refused({ code: 'NOT_FOUND' }) : done(presentRedemption(row));
}
