import type { CallContext } from './call.js';

/** The workspace that the path names, by slug or id. */
export function pathWorkspace(c: CallContext): string | undefined {
  return c.req.param('workspace') ?? c.req.param('accountId');
}
