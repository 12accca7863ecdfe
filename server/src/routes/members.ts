import {
  invitation,
  invitationPage,
  inviteMemberAnswer,
  inviteMemberInput,
  listInvitationsQuery,
  listMembersQuery,
  member,
  memberPage,
  patchMemberInput,
} from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { pageLink } from '../http/page-link.js';
import { perform } from '../http/perform.js';
import { idParam, jsonBody } from '../http/request-parts.js';
import { changeMember } from '../services/members/change-member.js';
import { inviteMember } from '../services/members/invite-member.js';
import { listInvitations } from '../services/members/list-invitations.js';
import { listMembers } from '../services/members/list-members.js';
import { withdrawInvitation } from '../services/members/withdraw-invitation.js';

const tag = 'Members';
const admission = { tag, scopes: ['admin'], needsModule: false } as const;

const list = secretEndpoint({
  ...admission,
  method: 'get',
  path: '/members',
  summary: 'List members, newest first',
  request: { query: listMembersQuery },
  answers: { 200: { description: 'A page of members.', data: memberPage } },
});

const invite = secretEndpoint({
  ...admission,
  method: 'post',
  path: '/members',
  summary: 'Invite somebody',
  description:
    'The link is in this answer and nowhere else, and nothing is mailed: hand it over. It works once, for seven days; earlier links to the same address end.',
  request: { body: jsonBody(inviteMemberInput) },
  answers: { 201: { description: 'The invitation and its link.', data: inviteMemberAnswer } },
});

const patch = secretEndpoint({
  ...admission,
  method: 'patch',
  path: '/members/{id}',
  summary: 'Give a member another role',
  description: 'It holds from their next call on.',
  request: { params: idParam, body: jsonBody(patchMemberInput) },
  answers: { 200: { description: 'The member.', data: member } },
  errors: ['LAST_OWNER'],
});

const remove = secretEndpoint({
  ...admission,
  method: 'delete',
  path: '/members/{id}',
  summary: 'Remove a member',
  description: 'From their next call on; what they did stays in the audit log under their name.',
  request: { params: idParam },
  answers: { 200: { description: 'Who was removed.', data: member } },
  errors: ['LAST_OWNER'],
});

const listOpen = secretEndpoint({
  ...admission,
  method: 'get',
  path: '/invitations',
  summary: 'List open invitations, newest first, without their links',
  request: { query: listInvitationsQuery },
  answers: { 200: { description: 'A page of invitations.', data: invitationPage } },
});

const withdraw = secretEndpoint({
  ...admission,
  method: 'delete',
  path: '/invitations/{id}',
  summary: 'Withdraw an invitation',
  description: 'Its link works no more.',
  request: { params: idParam },
  answers: { 200: { description: 'What was withdrawn.', data: invitation } },
});

/** Who belongs to the caller's workspace. */
export function memberRoutes(app: App): void {
  mount(app, list, (c) => perform(c, (deps) => listMembers(deps, c.req.valid('query'))));
  mount(app, invite, (c) =>
    perform(c, (deps) => inviteMember(deps, { ...c.req.valid('json'), page: pageLink(c, 'invitation') }), {
      status: () => 201,
      isSecret: true,
    }),
  );
  mount(app, patch, (c) =>
    perform(c, (deps) => changeMember(deps, { ...c.req.valid('param'), to: c.req.valid('json').role })),
  );
  mount(app, remove, (c) =>
    perform(c, (deps) => changeMember(deps, { ...c.req.valid('param'), to: 'removed' })),
  );
  mount(app, listOpen, (c) => perform(c, (deps) => listInvitations(deps, c.req.valid('query'))));
  mount(app, withdraw, (c) => perform(c, (deps) => withdrawInvitation(deps, c.req.valid('param').id)));
}
