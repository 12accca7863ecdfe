import type { WebhookEventDetail } from '@hemat/shared/schemas';
import {
  findEvent,
  listAttemptsOfEvent,
  listDeliveriesOfEvents,
} from '../../storage/repositories/webhook-events.js';
import type { Reader } from '../../storage/storage.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { presentAttempt, presentDelivery, presentWebhookEvent } from './present-webhook-event.js';

/** One event of the workspace with every attempt; `NOT_FOUND` also for another workspace's. */
export function loadWebhookEvent(deps: CallDeps, id: string): Promise<Outcome<WebhookEventDetail>> {
  return loadFrom(deps.storage.reader, deps.workspace.id, id);
}

/** The same, as a write sees it. */
export async function loadFrom(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<Outcome<WebhookEventDetail>> {
  const row = await findEvent(db, workspaceId, id);
  if (row === undefined) return refused({ code: 'NOT_FOUND' });
  const deliveries = await listDeliveriesOfEvents(db, workspaceId, [id]);
  const attempts = await listAttemptsOfEvent(db, workspaceId, id);
  return done(
    presentWebhookEvent(
      row,
      deliveries.map((delivery) => ({
        ...presentDelivery(
          delivery,
          attempts.find(({ id: attemptId }) => attemptId === delivery.last_attempt_id),
        ),
        attempts: attempts
          .filter(({ endpoint_id }) => endpoint_id === delivery.endpoint_id)
          .map(presentAttempt),
      })),
    ),
  );
}
