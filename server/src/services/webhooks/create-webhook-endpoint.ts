import type {
  CreateWebhookEndpointInput,
  WebhookEndpointSecret,
  WebhookSignature,
} from '@hemat/shared/schemas';
import { insertWebhookEndpoint, listWebhookEndpoints } from '../../storage/repositories/webhook-endpoints.js';
import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { writeOutcome } from '../write-outcome.js';
import { mintEndpointSecret } from './endpoint-secret.js';
import type { WebhookTargets } from './judge-target-url.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';
import { recordEndpointChange } from './record-endpoint-change.js';
import { takeTargetUrl } from './take-target-url.js';

/** What to make, and where messages may go. */
export interface NewWebhookEndpoint extends CreateWebhookEndpointInput {
  readonly targets: WebhookTargets;
  /** Default `standard`. */
  readonly signature?: WebhookSignature;
}

/** A guard against mistakes: each one more is a request an event. */
const mostPerWorkspace = 20;

/** Makes an endpoint; its secret is in this answer and nowhere else. */
export async function createWebhookEndpoint(
  deps: CallDeps,
  { targets, signature = 'standard', ...input }: NewWebhookEndpoint,
): Promise<Outcome<WebhookEndpointSecret>> {
  const url = takeTargetUrl(input.url, targets);
  if (!url.ok) return url;
  const owner = { workspace_id: deps.workspace.id, id: deps.newId('whep') };
  const { secret, sealed } = mintEndpointSecret(deps, owner);
  const now = deps.now();
  const row: WebhookEndpointsTable = {
    ...owner,
    url: url.value,
    description: input.description ?? null,
    event_types: input.eventTypes == null ? null : JSON.stringify([...new Set(input.eventTypes)]),
    signature,
    sealed_secret: sealed,
    previous_sealed_secret: null,
    previous_secret_until: null,
    active: 1,
    disabled_reason: null,
    disabled_at: null,
    failing_since: null,
    created_at: now,
    updated_at: now,
  };
  return writeOutcome(deps.storage, async (tx) => {
    const others = await listWebhookEndpoints(tx, deps.workspace.id);
    if (others.length >= mostPerWorkspace) return refused({ code: 'ENDPOINT_LIMIT_REACHED' });
    await insertWebhookEndpoint(tx, row);
    await recordEndpointChange(deps, tx, { action: 'created', before: null, after: row });
    return done({ endpoint: presentWebhookEndpoint(row), secret });
  });
}
