import type { ListWebhookEndpointsQuery, PageOnWire, WebhookEndpoint } from '@hemat/shared/schemas';
import { listWebhookEndpoints as listRows } from '../../storage/repositories/webhook-endpoints.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { pageOfRows, readCursor } from '../page-cursor.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';

/** A page of the workspace's endpoints, newest first. */
export async function listWebhookEndpoints(
  deps: CallDeps,
  { limit, cursor }: ListWebhookEndpointsQuery,
): Promise<Outcome<PageOnWire<WebhookEndpoint>>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const rows = await listRows(deps.storage.reader, deps.workspace.id);
  const rest = after === undefined ? rows : rows.filter((row) => row.id < after.id);
  return done(pageOfRows(rest.slice(0, limit + 1), limit, presentWebhookEndpoint));
}
