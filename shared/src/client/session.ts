import type { AcceptInvitationInput, LookAtInvitationAnswer } from '../schemas/invitation.js';
import type { SessionEnded, SessionOnWire } from '../schemas/session.js';
import type { ChangePasswordInput, ResetPasswordInput, SignInInput } from '../schemas/sign-in.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './transport.js';

/** Signing in and out, and what a link lets one do before. Every call throws HematError. */
export interface SessionCalls {
  /** `AUTH_REQUIRED` where nobody has signed in. */
  get(options?: CallOptions): Promise<SessionOnWire>;
  /** `INVALID_CREDENTIALS` where address and password do not belong together. */
  signIn(input: SignInInput, options?: CallOptions): Promise<SessionOnWire>;
  signOut(options?: CallOptions): Promise<SessionEnded>;
  /** Ends every session of the person. */
  signOutEverywhere(options?: CallOptions): Promise<SessionEnded>;
  /** Ends every session of the person but the one it begins. */
  changePassword(input: ChangePasswordInput, options?: CallOptions): Promise<SessionOnWire>;
  /** By the link of an operator; `NOT_FOUND` where it is used or too old. */
  resetPassword(input: ResetPasswordInput, options?: CallOptions): Promise<SessionOnWire>;
  /** Where the link of an invitation leads; `NOT_FOUND` where it is used, withdrawn or too old. */
  lookAtInvitation(token: string, options?: CallOptions): Promise<LookAtInvitationAnswer>;
  acceptInvitation(input: AcceptInvitationInput, options?: CallOptions): Promise<SessionOnWire>;
}

/** The calls on `/v1/session` and on the links that lead to one. */
export function createSessionCalls(transport: Transport): SessionCalls {
  return {
    get: (options) => transport.get('session', {}, options),
    signIn: (input, options) => transport.ask('session', input, options),
    signOut: (options) => transport.delete('session', options),
    signOutEverywhere: (options) => transport.delete('sessions', options),
    changePassword: (input, options) => transport.ask('session/password', input, options),
    resetPassword: (input, options) => transport.ask('session/reset-password', input, options),
    lookAtInvitation: (token, options) => transport.ask('invitations/look', { token }, options),
    acceptInvitation: (input, options) => transport.ask('invitations/accept', input, options),
  };
}
