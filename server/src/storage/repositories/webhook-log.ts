import { sql } from 'kysely';
import type { WriteTransaction } from '../storage.js';

/** Up to how many rows of each table are purged, oldest first, of what ended before `before` (epoch ms). */
export interface WebhookPurge {
  readonly before: number;
  readonly limit: number;
}

/** Purges deliveries that are over and attempts; events stay. */
export async function purgeWebhookLog(tx: WriteTransaction, { before, limit }: WebhookPurge): Promise<void> {
  await tx
    .deleteFrom('webhook_deliveries')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('workspace_id', 'event_id', 'endpoint_id'),
        'in',
        selectFrom('webhook_deliveries as old')
          .select(['old.workspace_id', 'old.event_id', 'old.endpoint_id'])
          .where('old.status', '<>', sql.lit('pending'))
          .where('old.updated_at', '<', before)
          .orderBy('old.updated_at')
          .limit(limit)
          .$asTuple('workspace_id', 'event_id', 'endpoint_id'),
      ),
    )
    .execute();
  await tx
    .deleteFrom('webhook_attempts')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('workspace_id', 'id'),
        'in',
        selectFrom('webhook_attempts as old')
          .select(['old.workspace_id', 'old.id'])
          .where('old.requested_at', '<', before)
          .orderBy('old.requested_at')
          .limit(limit)
          .$asTuple('workspace_id', 'id'),
      ),
    )
    .execute();
}
