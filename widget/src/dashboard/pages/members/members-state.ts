import type { Invitation, Member, MemberRole } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** Roles from the most to the least. */
export const roles = ['owner', 'manager', 'viewer'] as const satisfies MemberRole[];

/** What is asked or told above the lists. */
export type MembersDialog =
  | { readonly asks: 'nothing' }
  | {
      readonly asks: 'invite';
      readonly email: string;
      readonly role: MemberRole;
      readonly failure: Failure | null;
    }
  | { readonly asks: 'link'; readonly invitation: Invitation; readonly link: string }
  | { readonly asks: 'remove'; readonly member: Member; readonly failure: Failure | null };

/** What stands above the lists, and whether a call is on its way. */
export interface MembersState {
  readonly dialog: MembersDialog;
  readonly isBusy: boolean;
}

/** What happens above the lists. */
export type MembersAction =
  | { readonly type: 'opened'; readonly dialog: MembersDialog }
  | { readonly type: 'busy'; readonly isBusy: boolean }
  | { readonly type: 'refused'; readonly failure: Failure };

/** The state after something happened. */
export function reduceMembers(state: MembersState, action: MembersAction): MembersState {
  const { dialog } = state;
  switch (action.type) {
    case 'opened':
      return { ...state, dialog: action.dialog };
    case 'busy':
      return { ...state, isBusy: action.isBusy };
    case 'refused':
      return dialog.asks === 'invite' || dialog.asks === 'remove'
        ? { dialog: { ...dialog, failure: action.failure }, isBusy: false }
        : { ...state, isBusy: false };
  }
}
