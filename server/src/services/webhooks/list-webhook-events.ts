import type { ListWebhookEventsQuery, PageOnWire, WebhookEvent } from '@hemat/shared/schemas';
import {
  listAttemptsById,
  listDeliveriesOfEvents,
  listWebhookEventRows,
} from '../../storage/repositories/webhook-events.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { pageOfRows, readCursor } from '../page-cursor.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { presentDelivery, presentWebhookEvent } from './present-webhook-event.js';

/** A page of the workspace's events with what became of them, newest first. */
export async function listWebhookEvents(
  deps: CallDeps,
  { limit, cursor, ...filter }: ListWebhookEventsQuery,
): Promise<Outcome<PageOnWire<WebhookEvent>>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const workspaceId = deps.workspace.id;
  const { reader } = deps.storage;
  const rows = await listWebhookEventRows(reader, {
    workspaceId,
    limit: limit + 1,
    beforeId: after?.id,
    ...filter,
  });
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const deliveries = ids.length === 0 ? [] : await listDeliveriesOfEvents(reader, workspaceId, ids);
  const attemptIds = deliveries.flatMap(({ last_attempt_id }) => last_attempt_id ?? []);
  const attempts = attemptIds.length === 0 ? [] : await listAttemptsById(reader, workspaceId, attemptIds);
  const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  return done(
    pageOfRows(rows, limit, (row) =>
      presentWebhookEvent(
        row,
        deliveries
          .filter(({ event_id }) => event_id === row.id)
          .map((delivery) => presentDelivery(delivery, attemptOf.get(delivery.last_attempt_id ?? ''))),
      ),
    ),
  );
}
