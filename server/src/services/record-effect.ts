import type { WebhookEventContent } from '@hemat/shared/schemas';
import { insertAuditRow } from '../storage/repositories/audit-log.js';
import { insertEvent } from '../storage/repositories/events.js';
import type { WriteTransaction } from '../storage/storage.js';
import type { Actor, Deps } from './deps.js';

/** What a write did to one object. */
export interface Effect {
  readonly workspaceId: string;
  readonly actor: Actor;
  /** null for an effect the outbox does not tell of. */
  readonly event: WebhookEventContent | null;
  /** For the audit log, for example `redemption.redeemed`. */
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly before: object | null;
  readonly after: object | null;
}

/** Writes the effect's event and audit row, in the effect's own write. */
export async function recordEffect(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: WriteTransaction,
  { workspaceId, actor, event, action, target, before, after }: Effect,
): Promise<void> {
  const createdAt = deps.now();
  if (event !== null) {
    await insertEvent(tx, {
      workspace_id: workspaceId,
      id: deps.newId('evt'),
      type: event.type,
      data: JSON.stringify(event.data),
      created_at: createdAt,
    });
  }
  await insertAuditRow(tx, {
    workspace_id: workspaceId,
    id: deps.newId('aud'),
    actor_kind: actor.kind,
    actor_id: actor.id,
    action,
    target_type: target.type,
    target_id: target.id,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    created_at: createdAt,
  });
}
