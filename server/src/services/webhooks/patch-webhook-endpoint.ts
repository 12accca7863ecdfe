import type { PatchWebhookEndpointInput, WebhookEndpoint } from '@hemat/shared/schemas';
import { failPendingDeliveries } from '../../storage/repositories/webhook-deliveries.js';
import { takeWebhookEndpoint, updateWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { writeOutcome } from '../write-outcome.js';
import type { WebhookTargets } from './judge-target-url.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';
import { recordEndpointChange } from './record-endpoint-change.js';
import { takeTargetUrl } from './take-target-url.js';

/** Which endpoint, what changes, and where messages may go. */
export interface WebhookEndpointPatch extends PatchWebhookEndpointInput {
  readonly id: string;
  readonly targets: WebhookTargets;
}

/** Changes what is named. Switched off, what waits is given up; switched on, its failures are forgotten. */
export async function patchWebhookEndpoint(
  deps: CallDeps,
  { id, targets, ...patch }: WebhookEndpointPatch,
): Promise<Outcome<WebhookEndpoint>> {
  const url = patch.url === undefined ? undefined : takeTargetUrl(patch.url, targets);
  if (url?.ok === false) return url;
  return writeOutcome(deps.storage, async (tx) => {
    const before = await takeWebhookEndpoint(tx, deps.workspace.id, id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    const now = deps.now();
    const after = patchedRow(before, { ...patch, url: url?.value }, now);
    if (JSON.stringify(after) === JSON.stringify(before)) return done(presentWebhookEndpoint(before));
    const changed = { ...after, updated_at: now };
    await updateWebhookEndpoint(tx, changed);
    if (changed.active === 0) {
      await failPendingDeliveries(tx, { workspaceId: deps.workspace.id, endpointId: id, now });
    }
    await recordEndpointChange(deps, tx, { action: 'updated', before, after: changed });
    return done(presentWebhookEndpoint(changed));
  });
}

function patchedRow(
  before: WebhookEndpointsTable,
  {
    url,
    description,
    eventTypes,
    active,
  }: Omit<PatchWebhookEndpointInput, 'url'> & { url: string | undefined },
  now: number,
): WebhookEndpointsTable {
  return {
    ...before,
    ...(url !== undefined && { url }),
    ...(description !== undefined && { description }),
    ...(eventTypes !== undefined && {
      event_types: eventTypes === null ? null : JSON.stringify([...new Set(eventTypes)]),
    }),
    ...(active !== undefined && active !== (before.active === 1) && switched(active, now)),
  };
}

function switched(active: boolean, now: number): Partial<WebhookEndpointsTable> {
  return active
    ? { active: 1, disabled_reason: null, disabled_at: null, failing_since: null }
    : { active: 0, disabled_reason: 'paused', disabled_at: now };
}
