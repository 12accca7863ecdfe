import { z } from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';

/** What a member may do: `viewer` reads; `manager` also makes codes and works with orders; `owner` may everything. */
export const memberRole = z.enum(['owner', 'manager', 'viewer']);
export type MemberRole = z.infer<typeof memberRole>;

/** A person in a workspace. */
export const member = z.object({
  /** `mem_` + ULID; how the audit log names them. */
  id: z.string(),
  personId: z.string(),
  email: z.string(),
  name: z.string(),
  role: memberRole,
  createdAt: instant,
});
export type Member = z.infer<typeof member>;

/** `GET /v1/members`. */
export const listMembersQuery = z.strictObject(pageQuery);
export type ListMembersQuery = z.infer<typeof listMembersQuery>;

/** A page of members. */
export const memberPage = pageOf(member);

/** `PATCH /v1/members/:id`. */
export const patchMemberInput = z.strictObject({ role: memberRole });
export type PatchMemberInput = z.infer<typeof patchMemberInput>;
