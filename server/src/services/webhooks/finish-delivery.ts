import {
  recordFailure,
  recordSuccess,
  type DeliveryProgress,
} from '../../storage/repositories/webhook-deliveries.js';
import {
  findWebhookEndpoint,
  markFailing,
  takeWebhookEndpoint,
} from '../../storage/repositories/webhook-endpoints.js';
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

/** What follows from an attempt: its delivery was sent, is due again later, or was given up. */
export type DeliveryOutcome = 'sent' | 'retried' | 'given_up';

/** What was stored of an attempt. */
export interface FinishedDelivery {
  readonly outcome: DeliveryOutcome;
  /** Why its endpoint was switched off; null where it was not. */
  readonly disabled: DisabledReason | null;
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
 * (410) or has failed for five days.
 */
export function finishDelivery(deps: FinishDeps, attempt: FinishedAttempt): Promise<FinishedDelivery> {
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
): Promise<FinishedDelivery> {
  // Read without being kept: most successes change nothing of the endpoint, and must not wait for each other.
  const endpoint = await findWebhookEndpoint(tx, delivery.workspace_id, delivery.endpoint_id);
  if (endpoint !== undefined && endpoint.failing_since !== null) await markFailing(tx, endpoint, null);
  await recordSuccess(tx, { key: delivery, attemptId: id, now: deps.now() });
  return { outcome: 'sent', disabled: null };
}

/** The endpoint is taken before its deliveries, as in every write, so that none waits for the other. */
async function fail(
  deps: FinishDeps,
  tx: WriteTransaction,
  attempt: FinishedAttempt,
  { id, response_status }: WebhookAttemptsTable,
): Promise<FinishedDelivery> {
  const now = deps.now();
  const { workspace_id, endpoint_id } = attempt.delivery;
  const seen = await findWebhookEndpoint(tx, workspace_id, endpoint_id);
  const reason = reasonToDisable(response_status, now - (seen?.failing_since ?? now));
  if (seen !== undefined && seen.failing_since === null) await markFailing(tx, seen, now);
  const endpoint = reason === null ? undefined : await takeWebhookEndpoint(tx, workspace_id, endpoint_id);
  const failure = failureOf(deps, attempt, id);
  await recordFailure(tx, failure);
  if (reason === null || endpoint?.active !== 1) {
    return { outcome: failure.progress.status === 'failed' ? 'given_up' : 'retried', disabled: null };
  }
  await disableEndpoint(deps, tx, endpoint, reason);
  return { outcome: 'given_up', disabled: reason };
}

function failureOf(
  deps: FinishDeps,
  { owner, delivery }: FinishedAttempt,
  attemptId: string,
): Parameters<typeof recordFailure>[1] {
  const now = deps.now();
  const failures = delivery.failures + 1;
  const delay = retryDelay(failures, randomShare(deps));
  const progress: DeliveryProgress = {
    status: delay === null ? 'failed' : 'pending',
    failures,
    due_at: delay === null ? null : now + delay,
    last_attempt_id: attemptId,
    updated_at: now,
  };
  return { key: delivery, owner, progress };
}

function reasonToDisable(status: number | null, failingForMs: number): DisabledReason | null {
  if (status === 410) return 'gone';
  return failingForMs >= longestFailingMs ? 'failing' : null;
}

/** 0 … 1. */
function randomShare({ randomBytes }: FinishDeps): number {
  return (randomBytes(1)[0] ?? 0) / 255;
}
