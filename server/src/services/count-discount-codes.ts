import { countDiscountCodes as countRows } from '../storage/repositories/discount-code-count.js';
import type { CallDeps } from './deps.js';

/** How many codes the workspace has, archived ones included; of the active or of the inactive alone where that is asked. */
export function countDiscountCodes(
  { storage, workspace }: CallDeps,
  active: boolean | undefined,
): Promise<number> {
  return countRows(storage.reader, workspace.id, active);
}
