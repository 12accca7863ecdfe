import type { LookAtInvitationAnswer } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** What leads in: a password, the link of an invitation, the link that sets a new password. */
export type Door =
  | { readonly kind: 'password' }
  | { readonly kind: 'reset'; readonly token: string }
  | { readonly kind: 'invitation'; readonly token: string; readonly leadsTo: LookAtInvitationAnswer | null };

/** The way in, and how far one has come. */
export interface EntranceState {
  readonly door: Door;
  /** `dead`: the link leads nowhere. */
  readonly phase: 'looking' | 'open' | 'knocking' | 'dead';
  readonly failure: Failure | null;
}

/** What happens at the entrance. */
export type EntranceAction =
  | { readonly type: 'stood'; readonly door: Door }
  | { readonly type: 'knocked' }
  | { readonly type: 'refused'; readonly failure: Failure };

/** The entrance after something happened. */
export function reduceEntrance(state: EntranceState, action: EntranceAction): EntranceState {
  switch (action.type) {
    case 'stood':
      return { door: action.door, phase: 'open', failure: null };
    case 'knocked':
      return { ...state, phase: 'knocking', failure: null };
    case 'refused': {
      const isDead = action.failure.code === 'NOT_FOUND' && state.door.kind !== 'password';
      return { ...state, phase: isDead ? 'dead' : 'open', failure: isDead ? null : action.failure };
    }
  }
}
