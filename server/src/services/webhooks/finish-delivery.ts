import { recordFailure, recordSuccess } from '../../storage/repositories/webhook-deliveries.js';
import { takeWebhookEndpoint, updateWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import { insertAttempt } from '../../storage/repositories/webhook-events.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { WebhookAttemptsTable } from '../../storage/webhook-tables.js';
import type { Deps } from '../deps.js';
import { disableEndpoint, type DisabledReason } from './disable-endpoint.js';
import { retryDelay } from './retry-delay.js';
import type { TakenDelivery } from './take-deliveries.js';

/** What became of one request. */
export interface AttemptResult {
  /** Epoch ms. */
  readonly requestedAt: number;
  readonly durationMs: number;
  /** null without an answer. */
  readonly response: { readonly status: number; readonly body: string } | null;
  /** Why there was no answer. */
  readonly failure: string | null;
}

/** An attempt that is over. */
export interface FinishedAttempt {
  readonly owner: string;
  readonly delivery: TakenDelivery;
  readonly headers: Readonly<Record<string, string>>;
  readonly result: AttemptResult;
}

type FinishDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'randomBytes'>;

/** An endpoint without one success for so long is switched off. */
const longestFailingMs = 5 * 24 * 60 * 60 * 1_000;

/**
 * Stores an attempt and what follows from it: sent, due again later, or given up; the endpoint is switched off where it is gone
 * (410) or has failed for five days. Answers why it was switched off, else null.
 */
export function finishDelivery(deps: FinishDeps, attempt: FinishedAttempt): Promise<DisabledReason | null> {
  return deps.storage.write(
    async (tx) => {
      const row = attemptRow(deps, attempt);
      await insertAttempt(tx, row);
      return isSuccess(row) ? succeed(deps, tx, attempt, row) : fail(deps, tx, attempt, row);
    },
    { mayRepeat: true },
  );
}

function attemptRow(
  { newId }: FinishDeps,
  { delivery, headers, result }: FinishedAttempt,
): WebhookAttemptsTable {
  return {
    workspace_id: delivery.workspace_id,
    id: newId('wha'),
    endpoint_id: delivery.endpoint_id,
    event_id: delivery.event_id,
    requested_at: result.requestedAt,
    duration_ms: result.durationMs,
    request_url: delivery.url,
    request_headers: JSON.stringify(headers),
    response_status: result.response?.status ?? null,
    response_body: result.response?.body ?? null,
    failure: result.failure,
  };
}

function isSuccess({ response_status }: WebhookAttemptsTable): boolean {
  return response_status !== null && response_status >= 200 && response_status < 300;
}

async function succeed(
  deps: FinishDeps,
  tx: WriteTransaction,
  { delivery }: FinishedAttempt,
  { id }: WebhookAttemptsTable,
): Promise<null> {
  // The endpoint is taken before its deliveries in every write, so that none waits for the other.
  const endpoint = await takeWebhookEndpoint(tx, delivery.workspace_id, delivery.endpoint_id);
  if (endpoint !== undefined && endpoint.failing_since !== null) {
    await updateWebhookEndpoint(tx, { ...endpoint, failing_since: null });
  }
  await recordSuccess(tx, { key: delivery, attemptId: id, now: deps.now() });
  return null;
}

async function fail(
  deps: FinishDeps,
  tx: WriteTransaction,
  { owner, delivery }: FinishedAttempt,
  { id, response_status }: WebhookAttemptsTable,
): Promise<DisabledReason | null> {
  const now = deps.now();
  const endpoint = await takeWebhookEndpoint(tx, delivery.workspace_id, delivery.endpoint_id);
  const failingSince = endpoint?.failing_since ?? now;
  if (endpoint !== undefined && endpoint.failing_since === null) {
    await updateWebhookEndpoint(tx, { ...endpoint, failing_since: now });
  }
  const failures = delivery.failures + 1;
  const delay = retryDelay(failures, randomShare(deps));
  await recordFailure(tx, {
    key: delivery,
    owner,
    progress: {
      status: delay === null ? 'failed' : 'pending',
      failures,
      due_at: delay === null ? null : now + delay,
      last_attempt_id: id,
      updated_at: now,
    },
  });
  const reason = reasonToDisable(response_status, now - failingSince);
  if (reason === null || endpoint?.active !== 1) return null;
  await disableEndpoint(deps, tx, { ...endpoint, failing_since: failingSince }, reason);
  return reason;
}

function reasonToDisable(status: number | null, failingForMs: number): DisabledReason | null {
  if (status === 410) return 'gone';
  return failingForMs >= longestFailingMs ? 'failing' : null;
}

/** 0 … 1. */
function randomShare({ randomBytes }: FinishDeps): number {
  return (randomBytes(1)[0] ?? 0) / 255;
}
