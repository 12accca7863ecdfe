import type { DiscountCode } from '@hemat/shared/schemas';
import { findDiscountCodeById } from '../storage/repositories/discount-codes.js';
import type { CallDeps } from './deps.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentDiscountCode } from './present-discount-code.js';

/** One code of the workspace; `NOT_FOUND` also for another workspace's. */
export async function loadDiscountCode(deps: CallDeps, id: string): Promise<Outcome<DiscountCode>> {
  const row = await findDiscountCodeById(deps.storage.reader, deps.workspace.id, id);
  return row === undefined ? refused({ code: 'NOT_FOUND' }) : done(presentDiscountCode(row, deps.now()));
}
