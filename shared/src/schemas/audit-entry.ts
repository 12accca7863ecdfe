import { z } from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';

/** Who did what to which object, and what it looked like before and after. */
export const auditEntry = z.object({
  id: z.string(),
  actor: z.object({
    kind: z.enum(['api_key', 'member', 'system']),
    id: z.union([z.string(), z.null()]),
    /** Name of the key, or e-mail address of the member, removed or not; null where there is none. */
    name: z.union([z.string(), z.null()]),
  }),
  action: z.string(),
  target: z.object({ type: z.string(), id: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
  createdAt: instant,
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** `GET /v1/audit-log`: `target` and `actor` are ids; `from` inclusive, `to` exclusive. */
export const listAuditLogQuery = z.strictObject({
  target: z.string().max(200).optional(),
  actor: z.string().max(200).optional(),
  /** For example `discount_code.updated`. */
  action: z.string().max(100).optional(),
  /** For example `discount_code`. */
  targetType: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  ...pageQuery,
});
export type ListAuditLogQuery = z.infer<typeof listAuditLogQuery>;

/** A page of the audit log. */
export const auditEntryPage = pageOf(auditEntry);
