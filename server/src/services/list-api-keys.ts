import type { ApiKey, ListApiKeysQuery, PageOnWire } from '@hemat/shared/schemas';
import { listApiKeys as listRows } from '../storage/repositories/api-keys.js';
import type { CallDeps } from './deps.js';
import { presentApiKey } from './keys/present-api-key.js';
import { done, type Outcome } from './outcome.js';
import { pageOfRows, readCursor } from './page-cursor.js';
import { refuseInvalid } from './refuse-invalid.js';

/** A page of the workspace's keys, revoked ones included, newest first, without their secrets. */
export async function listApiKeys(
  deps: CallDeps,
  { limit, cursor }: ListApiKeysQuery,
): Promise<Outcome<PageOnWire<ApiKey>>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const rows = await listRows(deps.storage.reader, deps.workspace.id);
  const rest = after === undefined ? rows : rows.filter((row) => row.id < after.id);
  return done(pageOfRows(rest.slice(0, limit + 1), limit, presentApiKey));
}
