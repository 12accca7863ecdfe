import { z } from 'zod';
import { apiKeyScope } from './api-key.js';
import { instant } from './instant.js';
import { memberRole } from './member.js';

/** A workspace as one of its members may use it. */
export const membership = z.object({
  /** For the header `Hemat-Workspace`. */
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** `mem_` + ULID; how the audit log names the person here. */
  memberId: z.string(),
  role: memberRole,
  /** What the role may do, by the scopes of keys. */
  scopes: z.array(apiKeyScope),
});
export type Membership = z.infer<typeof membership>;

/** Who has signed in, and where they belong. */
export const session = z.object({
  person: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  /** By name. */
  workspaces: z.array(membership),
  /** Renewed while it is used. */
  expiresAt: instant,
});
export type SessionOnWire = z.infer<typeof session>;

/** A session has ended, or every session of the person. */
export const sessionEnded = z.object({ ended: z.literal(true) });
export type SessionEnded = z.infer<typeof sessionEnded>;
