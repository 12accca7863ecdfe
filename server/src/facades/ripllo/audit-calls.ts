import type { AuditEntry } from '@hemat/shared/schemas';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../../http/call.js';
import { perform } from '../../http/perform.js';
import type { CallDeps } from '../../services/deps.js';
import { listAuditLog } from '../../services/list-audit-log.js';
import { done } from '../../services/outcome.js';
import type { ForjioDoor } from '../forjio/code-calls.js';
import { Listed } from '../forjio/forjio-dialect.js';
import { listQuery } from '../forjio/list-query.js';
import { serve } from '../serve.js';
import { withQuery } from '../with-body.js';

const auditQuery = listQuery.omit({ active: true }).extend({
  /** Inclusive. */
  since: z.iso.datetime({ offset: true }).optional(),
  action: z.string().max(100).optional(),
  /** The SDKs' name of the same. */
  eventType: z.string().max(100).optional(),
  target_type: z.string().max(100).optional(),
});

/** Who did what. */
export function auditCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  serve(
    app,
    'GET /audit-log',
    door.admit(['admin'], false),
    withQuery(auditQuery, (c, query) => perform(c, (deps) => listEntries(deps, query))),
  );
}

async function listEntries(deps: CallDeps, query: z.infer<typeof auditQuery>) {
  const { limit, cursor, since: from, target_type: targetType, action = query.eventType } = query;
  const listed = await listAuditLog(deps, { limit, cursor, from, action, targetType });
  if (!listed.ok) return listed;
  const { items, nextCursor, hasMore } = listed.value;
  return done(new Listed({ entries: items.map(presentEntry) }, { limit, nextCursor, hasMore }));
}

/** Names a key the way Ripllo's log does: a person is a `user`. */
const actorTypes = { api_key: 'api_key', member: 'user', system: 'system' } as const;

function presentEntry({ id, actor, action, target, before, after, createdAt }: AuditEntry) {
  return {
    id,
    actorType: actorTypes[actor.kind],
    actorId: actor.id,
    action,
    targetType: target.type,
    targetId: target.id,
    before,
    after,
    ip: null,
    userAgent: null,
    createdAt,
  };
}
