import type { EmbedAnswer, WorkspaceOnWire } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';
import { amountText } from '../../parts/amount-text.js';

/** The settings as the form holds them; keys are the fields' names on the wire. */
export interface SettingsDraft {
  readonly name: string;
  readonly defaultCurrency: string;
  readonly timeZone: string;
  /** In the currency's own unit; empty: none. */
  readonly roundingIncrement: string;
  /** One a line. */
  readonly allowedOrigins: string;
  readonly publicReasons: WorkspaceOnWire['publicReasons'];
  readonly defaultLimitPolicy: WorkspaceOnWire['defaultLimitPolicy'];
  readonly defaultHoldMinutes: string;
  /** Empty: none. */
  readonly orderUrlTemplate: string;
}

/** The page's parts, each with how far it has come. */
export interface IntegrationsState {
  readonly draft: SettingsDraft;
  readonly faults: Readonly<Partial<Record<string, string>>>;
  readonly failure: Failure | null;
  readonly isSaving: boolean;
  readonly isTouched: boolean;
  readonly embed: EmbedAnswer | null;
  readonly embedFailure: Failure | null;
  readonly isSwitching: boolean;
  readonly switchFailure: Failure | null;
}

/** What happens to them. */
export type IntegrationsAction =
  | { readonly type: 'changed'; readonly change: Partial<SettingsDraft> }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly draft: SettingsDraft }
  | {
      readonly type: 'refused';
      readonly faults: IntegrationsState['faults'];
      readonly failure: Failure | null;
    }
  | { readonly type: 'embedded'; readonly embed: EmbedAnswer }
  | { readonly type: 'notEmbedded'; readonly failure: Failure }
  | { readonly type: 'switching' }
  | { readonly type: 'switched'; readonly failure: Failure | null };

/** The page as it is opened. */
export function settingsAsTheyAre(workspace: WorkspaceOnWire): IntegrationsState {
  return {
    draft: draftOf(workspace),
    faults: {},
    failure: null,
    isSaving: false,
    isTouched: false,
    embed: null,
    embedFailure: null,
    isSwitching: false,
    switchFailure: null,
  };
}

/** A workspace's settings as the form shows them. */
export function draftOf(workspace: WorkspaceOnWire): SettingsDraft {
  const { defaultCurrency } = workspace;
  return {
    name: workspace.name,
    defaultCurrency,
    timeZone: workspace.timeZone,
    roundingIncrement: amountText(workspace.roundingIncrement, defaultCurrency),
    allowedOrigins: workspace.allowedOrigins.join('\n'),
    publicReasons: workspace.publicReasons,
    defaultLimitPolicy: workspace.defaultLimitPolicy,
    defaultHoldMinutes: String(workspace.defaultHoldMinutes),
    orderUrlTemplate: workspace.orderUrlTemplate ?? '',
  };
}

/** The page after something happened. */
export function reduceIntegrations(state: IntegrationsState, action: IntegrationsAction): IntegrationsState {
  switch (action.type) {
    case 'changed': {
      const kept = Object.entries(state.faults).filter(([name]) => !(name in action.change));
      const draft = { ...state.draft, ...action.change };
      return { ...state, draft, isTouched: true, faults: Object.fromEntries(kept) };
    }
    case 'saving':
      return { ...state, isSaving: true, faults: {}, failure: null };
    case 'saved':
      return { ...state, isSaving: false, isTouched: false, draft: action.draft };
    case 'refused':
      return { ...state, isSaving: false, faults: action.faults, failure: action.failure };
    case 'embedded':
      return { ...state, embed: action.embed, embedFailure: null };
    case 'notEmbedded':
      return { ...state, embedFailure: action.failure };
    case 'switching':
      return { ...state, isSwitching: true, switchFailure: null };
    case 'switched':
      return { ...state, isSwitching: false, switchFailure: action.failure };
  }
}
