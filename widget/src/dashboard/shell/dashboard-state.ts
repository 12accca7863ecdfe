import type { SessionOnWire, WorkspaceOnWire } from '@hemat/shared/schemas';
import type { Failure } from '../core/failure.js';
import type { Language } from '../core/language.js';
import type { Notice } from '../core/notice.js';
import type { OpenedPage } from '../core/open-page.js';
import type { Role } from '../core/session.js';
import type { EntranceStore } from '../pages/sign-in/entrance-store.js';

/** How far the visitor has come. */
export type Stage =
  | { readonly at: 'starting' }
  | { readonly at: 'failed'; readonly failure: Failure }
  | { readonly at: 'entrance'; readonly entrance: EntranceStore }
  | { readonly at: 'homeless'; readonly session: SessionOnWire }
  | {
      readonly at: 'working';
      readonly session: SessionOnWire;
      readonly workspace: WorkspaceOnWire;
      readonly role: Role;
    };

/** What the frame shows in its middle. */
export type Middle =
  | { readonly shows: 'loading' }
  | { readonly shows: 'missing' }
  | { readonly shows: 'failed'; readonly failure: Failure }
  | {
      readonly shows: 'page';
      readonly page: OpenedPage;
      /** How far it was scrolled when it was left, px; null: it is new and begins at its top. */
      readonly leftAt: number | null;
    };

/** Everything the frame knows. */
export interface DashboardState {
  readonly stage: Stage;
  readonly language: Language;
  /** Below `/dashboard`. */
  readonly path: string;
  readonly middle: Middle;
  readonly isMenuOpen: boolean;
  readonly notices: readonly (Notice & { readonly id: number })[];
}

/** What happens to the frame. */
export type DashboardAction =
  | { readonly type: 'staged'; readonly stage: Stage }
  | { readonly type: 'spoke'; readonly language: Language }
  | { readonly type: 'moved'; readonly path: string; readonly middle: Middle }
  | { readonly type: 'menu'; readonly isOpen: boolean }
  | { readonly type: 'noticed'; readonly notice: Notice; readonly id: number }
  | { readonly type: 'forgot'; readonly id: number }
  | { readonly type: 'workspaceChanged'; readonly workspace: WorkspaceOnWire };

/** The frame after something happened. */
export function reduceDashboard(state: DashboardState, action: DashboardAction): DashboardState {
  switch (action.type) {
    case 'staged':
      return { ...state, stage: action.stage };
    case 'spoke':
      return { ...state, language: action.language };
    case 'moved':
      return { ...state, path: action.path, middle: action.middle, isMenuOpen: false };
    case 'menu':
      return { ...state, isMenuOpen: action.isOpen };
    case 'noticed':
      return { ...state, notices: [...state.notices.slice(-2), { ...action.notice, id: action.id }] };
    case 'forgot':
      return { ...state, notices: state.notices.filter(({ id }) => id !== action.id) };
    case 'workspaceChanged':
      return state.stage.at === 'working'
        ? { ...state, stage: { ...state.stage, workspace: action.workspace } }
        : state;
  }
}
