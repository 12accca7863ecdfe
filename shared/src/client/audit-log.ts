import type { AuditEntry } from '../schemas/audit-entry.js';
import type { PageOnWire } from '../schemas/page.js';
import type { CallOptions } from './call-options.js';
import type { PageQuery } from './list-all.js';
import type { Transport } from './transport.js';

/** Which entries of the audit log. */
export interface AuditLogQuery extends PageQuery {
  /** Id of the object that was changed. */
  readonly target?: string;
  /** Id of the key or member that changed it. */
  readonly actor?: string;
  /** At or after, ISO 8601. */
  readonly from?: string;
  /** Before, ISO 8601. */
  readonly to?: string;
}

/** Who did what in the workspace. Every call throws HematError. */
export interface AuditLogCalls {
  /** One page, newest first. */
  list(query?: AuditLogQuery, options?: CallOptions): Promise<PageOnWire<AuditEntry>>;
}

/** The calls on `/v1/audit-log`. */
export function createAuditLogCalls(transport: Transport): AuditLogCalls {
  return { list: (query = {}, options) => transport.get('audit-log', { ...query }, options) };
}
