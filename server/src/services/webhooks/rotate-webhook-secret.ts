import type { RotateWebhookSecretInput, WebhookEndpointSecret } from '@hemat/shared/schemas';
import { takeWebhookEndpoint, updateWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { writeOutcome } from '../write-outcome.js';
import { mintEndpointSecret } from './endpoint-secret.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';
import { recordEndpointChange } from './record-endpoint-change.js';

const hour = 60 * 60 * 1_000;
const defaultOverlapHours = 24;

/** Gives an endpoint a new secret, shown in this answer only; the one before it signs as well until the overlap ends. */
export function rotateWebhookSecret(
  deps: CallDeps,
  { id, overlapHours }: RotateWebhookSecretInput & { readonly id: string },
): Promise<Outcome<WebhookEndpointSecret>> {
  return writeOutcome(deps.storage, async (tx) => {
    const before = await takeWebhookEndpoint(tx, deps.workspace.id, id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    const now = deps.now();
    const { secret, sealed } = mintEndpointSecret(deps, before);
    const overlap = (overlapHours ?? defaultOverlapHours) * hour;
    const after: WebhookEndpointsTable = {
      ...before,
      sealed_secret: sealed,
      previous_sealed_secret: overlap === 0 ? null : before.sealed_secret,
      previous_secret_until: overlap === 0 ? null : now + overlap,
      updated_at: now,
    };
    await updateWebhookEndpoint(tx, after);
    await recordEndpointChange(deps, tx, { action: 'secret_rotated', before, after });
    return done({ endpoint: presentWebhookEndpoint(after), secret });
  });
}
