import {
  leaseDeliveries,
  lockDueDeliveries,
  type DeliveryKey,
} from '../../storage/repositories/webhook-deliveries.js';
import { findWebhookEndpoint, listDueEndpoints } from '../../storage/repositories/webhook-endpoints.js';
import { listEventsById } from '../../storage/repositories/webhook-events.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { WebhookDeliveriesTable, WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { Deps } from '../deps.js';
import { endpointSecrets } from './endpoint-secret.js';
import { shareSlots, type Candidate, type Share, type WorkerLoad } from './share-slots.js';
import { signatureSchemes } from './signatures/registry.js';
import type { SignedMessage } from './signatures/signature-scheme.js';

/** Who takes, and for how long it has what it took. */
export interface Lease {
  /** Unique to the worker. */
  readonly owner: string;
  /** Longer than a request may take. */
  readonly leaseMs: number;
}

/** A delivery that is this worker's until its lease runs out, ready to be sent. */
export interface TakenDelivery extends DeliveryKey {
  /** Failures in a row before this attempt. */
  readonly failures: number;
  readonly isFailing: boolean;
  readonly url: string;
  readonly message: SignedMessage;
}

/** Without a success for so long an endpoint gets fewer requests at once; a single fault slows nothing down. */
const failingAfterMs = 5 * 60_000;

/** Takes what is due, in every workspace and shared fairly between the endpoints; no other worker gets it before its lease runs out. */
export async function takeDeliveries(
  deps: Pick<Deps, 'storage' | 'now' | 'deriveKey'>,
  lease: Lease,
  load: WorkerLoad,
): Promise<TakenDelivery[]> {
  const shares = shareSlots(await listCandidates(deps), load);
  if (shares.length === 0) return [];
  return deps.storage.write(
    async (tx) => {
      const taken: TakenDelivery[] = [];
      for (const share of shares) taken.push(...(await takeShare(deps, tx, lease, share)));
      return taken;
    },
    { mayRepeat: true },
  );
}

async function listCandidates({ storage, now }: Pick<Deps, 'storage' | 'now'>): Promise<Candidate[]> {
  const at = now();
  const due = await listDueEndpoints(storage.reader, at);
  return due.map(({ workspace_id, id, failing_since }) => ({
    workspaceId: workspace_id,
    id,
    isFailing: failing_since !== null && at - failing_since >= failingAfterMs,
  }));
}

async function takeShare(
  deps: Pick<Deps, 'now' | 'deriveKey'>,
  tx: WriteTransaction,
  { owner, leaseMs }: Lease,
  { endpoint: { workspaceId, id: endpointId, isFailing }, limit }: Share,
): Promise<TakenDelivery[]> {
  const now = deps.now();
  const endpoint = await findWebhookEndpoint(tx, workspaceId, endpointId);
  if (endpoint?.active !== 1) return [];
  const rows = await lockDueDeliveries(tx, { workspaceId, endpointId, now, limit });
  if (rows.length === 0) return [];
  const eventIds = rows.map(({ event_id }) => event_id);
  await leaseDeliveries(tx, { workspaceId, endpointId, eventIds, owner, until: now + leaseMs });
  const messages = await signAll(deps, tx, endpoint, rows);
  return messages.map((message) => ({ ...message, isFailing }));
}

async function signAll(
  deps: Pick<Deps, 'now' | 'deriveKey'>,
  tx: WriteTransaction,
  endpoint: WebhookEndpointsTable,
  rows: readonly WebhookDeliveriesTable[],
): Promise<Omit<TakenDelivery, 'isFailing'>[]> {
  const now = deps.now();
  const secrets = endpointSecrets(deps, endpoint, now);
  const sign = signatureSchemes[endpoint.signature];
  const ids = rows.map(({ event_id }) => event_id);
  const events = new Map(
    (await listEventsById(tx, endpoint.workspace_id, ids)).map((event) => [event.id, event] as const),
  );
  return rows.flatMap(({ workspace_id, endpoint_id, event_id, failures }) => {
    const event = events.get(event_id);
    if (event === undefined) return [];
    const message = sign({ event, secrets, now });
    return { workspace_id, endpoint_id, event_id, failures, url: endpoint.url, message };
  });
}
