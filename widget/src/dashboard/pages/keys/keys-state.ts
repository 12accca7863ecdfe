import type { ApiKey, ApiKeyKind, ApiKeyScope } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** The scopes a workspace may give, from the least to the most. */
export const grantable = ['read', 'validate', 'redeem', 'manage', 'admin'] as const satisfies ApiKeyScope[];

/** A key that is about to be made. */
export interface KeyDraft {
  readonly name: string;
  readonly kind: ApiKeyKind;
  readonly scopes: readonly ApiKeyScope[];
  readonly test: boolean;
}

/** What is asked or told above the list. */
export type KeysDialog =
  | { readonly asks: 'nothing' }
  | { readonly asks: 'draft'; readonly draft: KeyDraft; readonly failure: Failure | null }
  | { readonly asks: 'keep'; readonly apiKey: ApiKey; readonly secret: string }
  | { readonly asks: 'revoke'; readonly apiKey: ApiKey; readonly failure: Failure | null };

/** What happens above the list. */
export type KeysAction =
  | { readonly type: 'opened'; readonly dialog: KeysDialog }
  | { readonly type: 'typed'; readonly change: Partial<KeyDraft> }
  | { readonly type: 'busy' }
  | { readonly type: 'refused'; readonly failure: Failure };

/** What stands above the list, and whether a call is on its way. */
export interface KeysState {
  readonly dialog: KeysDialog;
  readonly isBusy: boolean;
}

/** A key with what a shop's back end needs. */
export const usualKey: KeyDraft = {
  name: '',
  kind: 'bearer',
  scopes: ['read', 'validate', 'redeem'],
  test: false,
};

/** The state after something happened. */
export function reduceKeys(state: KeysState, action: KeysAction): KeysState {
  const { dialog } = state;
  switch (action.type) {
    case 'opened':
      return { dialog: action.dialog, isBusy: false };
    case 'typed':
      return dialog.asks === 'draft'
        ? { ...state, dialog: { ...dialog, draft: { ...dialog.draft, ...action.change } } }
        : state;
    case 'busy':
      return { ...state, isBusy: true };
    case 'refused':
      return dialog.asks === 'draft' || dialog.asks === 'revoke'
        ? { dialog: { ...dialog, failure: action.failure }, isBusy: false }
        : { ...state, isBusy: false };
  }
}
