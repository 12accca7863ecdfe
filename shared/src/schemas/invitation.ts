import { z } from 'zod';
import { instant } from './instant.js';
import { memberRole } from './member.js';
import { pageOf, pageQuery } from './page.js';
import { emailAddress, newPassword, personName } from './sign-in.js';

/** A way into a workspace that nobody has taken yet. */
export const invitation = z.object({
  /** `inv_` + ULID. */
  id: z.string(),
  /** null: whoever has the link chooses. */
  email: z.union([z.string(), z.null()]),
  role: memberRole,
  createdAt: instant,
  expiresAt: instant,
});
export type Invitation = z.infer<typeof invitation>;

/** `POST /v1/members`: invites somebody. */
export const inviteMemberInput = z.strictObject({ email: emailAddress, role: memberRole });
export type InviteMemberInput = z.infer<typeof inviteMemberInput>;

/** The link is in this answer and nowhere else; it works once, for seven days. */
export const inviteMemberAnswer = z.object({ invitation, link: z.string() });
export type InviteMemberAnswer = z.infer<typeof inviteMemberAnswer>;

/** `GET /v1/invitations`. */
export const listInvitationsQuery = z.strictObject(pageQuery);
export type ListInvitationsQuery = z.infer<typeof listInvitationsQuery>;

/** A page of open invitations. */
export const invitationPage = pageOf(invitation);

const token = z.string().min(1).max(200);

/** `POST /v1/invitations/look`: what a link leads to; it stays good. */
export const lookAtInvitationInput = z.strictObject({ token });
export type LookAtInvitationInput = z.infer<typeof lookAtInvitationInput>;

/** Where a link leads. */
export const lookAtInvitationAnswer = z.object({
  workspace: z.object({ slug: z.string(), name: z.string() }),
  email: z.union([z.string(), z.null()]),
  role: memberRole,
  expiresAt: instant,
  /** Whether the person has a password already: then `accept` takes that one. */
  hasPassword: z.boolean(),
});
export type LookAtInvitationAnswer = z.infer<typeof lookAtInvitationAnswer>;

/**
 * `POST /v1/invitations/accept`. `email` only where the invitation names none; `password` is a new one or, for a person who has
 * one, theirs.
 */
export const acceptInvitationInput = z.strictObject({
  token,
  password: newPassword,
  email: emailAddress.nullish(),
  name: personName.nullish(),
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;
