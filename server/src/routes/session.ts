import {
  acceptInvitationInput,
  changePasswordInput,
  lookAtInvitationAnswer,
  lookAtInvitationInput,
  resetPasswordInput,
  session as sessionSchema,
  sessionEnded,
  signInInput,
} from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { answerEnded, answerSession, answerSignIn } from '../http/answer-session.js';
import { mount } from '../http/mount.js';
import { jsonBody } from '../http/request-parts.js';
import { answer } from '../http/send.js';
import { sessionEndpoint, signedInOf } from '../http/session-endpoint.js';
import { acceptInvitation } from '../services/members/accept-invitation.js';
import { lookAtInvitation } from '../services/members/look-at-invitation.js';
import { resetPassword } from '../services/members/reset-password.js';

const tag = 'Session';
const oneSession = { description: 'Who has signed in, and where they belong.', data: sessionSchema };
const ended = { 200: { description: 'It has ended; the cookie is gone.', data: sessionEnded } } as const;

const signIn = sessionEndpoint({
  method: 'post',
  path: '/session',
  tag,
  who: 'anybody',
  summary: 'Sign in',
  description:
    'The session is a cookie that scripts cannot read; one that the browser had before ends. Renewed while it is used, it ends after seven days without.',
  request: { body: jsonBody(signInInput) },
  answers: { 201: oneSession },
  errors: ['INVALID_CREDENTIALS'],
});

const load = sessionEndpoint({
  method: 'get',
  path: '/session',
  tag,
  who: 'signed in',
  summary: 'Get who has signed in',
  answers: { 200: oneSession },
});

const signOut = sessionEndpoint({
  method: 'delete',
  path: '/session',
  tag,
  who: 'signed in',
  summary: 'Sign out',
  answers: ended,
});

const signOutEverywhere = sessionEndpoint({
  method: 'delete',
  path: '/sessions',
  tag,
  who: 'signed in',
  summary: 'Sign out everywhere',
  answers: ended,
});

const changePassword = sessionEndpoint({
  method: 'post',
  path: '/session/password',
  tag,
  who: 'signed in',
  summary: 'Change the password',
  description: 'Every session of the person ends; a new one begins here.',
  request: { body: jsonBody(changePasswordInput) },
  answers: { 201: oneSession },
  errors: ['INVALID_CREDENTIALS'],
});

const reset = sessionEndpoint({
  method: 'post',
  path: '/session/reset-password',
  tag,
  who: 'anybody',
  summary: 'Set a password by the link of an operator',
  description:
    'The link works once, for seven days. Every session of the person ends; a new one begins here.',
  request: { body: jsonBody(resetPasswordInput) },
  answers: { 201: oneSession },
  errors: ['NOT_FOUND'],
});

const look = sessionEndpoint({
  method: 'post',
  path: '/invitations/look',
  tag,
  who: 'anybody',
  summary: 'See where the link of an invitation leads',
  request: { body: jsonBody(lookAtInvitationInput) },
  answers: { 200: { description: 'Who invites whom.', data: lookAtInvitationAnswer } },
  errors: ['NOT_FOUND'],
});

const accept = sessionEndpoint({
  method: 'post',
  path: '/invitations/accept',
  tag,
  who: 'anybody',
  summary: 'Accept an invitation and sign in',
  description:
    'The link works once. `email` only where the invitation names none. Who has a password gives that one, anybody else sets theirs.',
  request: { body: jsonBody(acceptInvitationInput) },
  answers: { 201: oneSession },
  errors: ['INVALID_CREDENTIALS', 'NOT_FOUND'],
});

/** Signing in and out, and what a link lets one do before. */
export function sessionRoutes(app: App): void {
  mount(app, signIn, (c) => {
    const input = c.req.valid('json');
    return answerSignIn(c, { account: input.email, verb: ({ sessions }) => sessions.signIn(input) });
  });
  mount(app, load, (c) => answerSession(c, signedInOf(c).session));
  mount(app, signOut, (c) => answerEnded(c, ({ sessions }) => sessions.end(signedInOf(c).cookie)));
  mount(app, signOutEverywhere, (c) =>
    answerEnded(c, ({ sessions }) => sessions.endAll(signedInOf(c).cookie)),
  );
  mount(app, changePassword, (c) => {
    const { currentPassword: current, newPassword: next } = c.req.valid('json');
    const { session, cookie } = signedInOf(c);
    const account = session.person.email;
    return answerSignIn(c, {
      account,
      verb: ({ sessions }) => sessions.changePassword(cookie, { current, next }),
    });
  });
  mount(app, reset, (c) => {
    const input = c.req.valid('json');
    return answerSignIn(c, { account: input.token, verb: (deps) => resetPassword(deps, input) });
  });
  mount(app, look, async (c) => answer(c, await lookAtInvitation(c.get('call').app, c.req.valid('json'))));
  mount(app, accept, (c) => {
    const input = c.req.valid('json');
    return answerSignIn(c, { account: input.token, verb: (deps) => acceptInvitation(deps, input) });
  });
}
