import type { MemberRole } from '@hemat/shared/schemas';
import { emailAddress, newPassword } from '@hemat/shared/schemas';
import { z } from 'zod';
import type { AppDeps } from '../app-deps.js';
import type { Config } from '../config/read-config.js';
import { acceptInvitation } from '../services/members/accept-invitation.js';
import { inviteMember } from '../services/members/invite-member.js';
import { callFor } from './make-workspace.js';
import { parseInput } from './parse-input.js';
import { takeOutcome } from './take-outcome.js';

/** Who is to be the first owner. */
export interface FirstOwner {
  readonly email: string | undefined;
  /** Never an argument: those stand in the list of processes. */
  readonly password: string | undefined;
}

/** How the first owner comes in: by a single-use link or, where a password was given, at once. */
export type OwnerEntry = { readonly ownerLink: string } | { readonly owner: { readonly email: string } };

const account = z.object({ 'owner-email': emailAddress, HEMAT_OWNER_PASSWORD: newPassword });

/** Holds what was given of the first owner to what an account needs. Throws a `CliError` before anything is made. */
export function checkOwner({ email, password }: FirstOwner): void {
  if (password !== undefined) {
    parseInput(account, { 'owner-email': email, HEMAT_OWNER_PASSWORD: password });
  } else if (email !== undefined) parseInput(account.pick({ 'owner-email': true }), { 'owner-email': email });
}

/** Makes the first owner of a workspace, or the link that does. */
export async function inviteOwner(
  deps: AppDeps,
  config: Config,
  { workspaceId, email, password }: FirstOwner & { readonly workspaceId: string },
): Promise<OwnerEntry> {
  const link = await inviteToWorkspace(deps, config, { workspace: workspaceId, email, role: 'owner' });
  if (password === undefined) return { ownerLink: link };
  const token = new URL(link).hash.slice(1);
  const { session, cookie } = takeOutcome(await acceptInvitation(deps, { token, password }));
  await deps.sessions.end(cookie);
  return { owner: { email: session.person.email } };
}

/** The link that makes somebody a member, once, within seven days. */
export async function inviteToWorkspace(
  deps: AppDeps,
  config: Config,
  to: { readonly workspace: string; readonly email: string | undefined; readonly role: MemberRole },
): Promise<string> {
  const call = await callFor(deps, to.workspace);
  const page = dashboardPage(config, 'invitation');
  const email = to.email === undefined ? null : emailAddress.parse(to.email);
  return takeOutcome(await inviteMember(call, { email, role: to.role, page })).link;
}

/** Where a page of the dashboard lies: the public address, else where this machine serves. */
export function dashboardPage({ settings, host, port }: Config, page: string): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${settings.publicUrl ?? `http://${name}:${port}`}/dashboard/${page}`;
}
