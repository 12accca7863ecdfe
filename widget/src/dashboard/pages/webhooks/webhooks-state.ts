import type { WebhookEndpoint, WebhookEventDetail, WebhookEventType } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** What an endpoint can be told of, in the order it happens. */
export const eventTypes = [
  'discount_code.created',
  'discount_code.updated',
  'discount_code.archived',
  'discount_code.applied',
  'discount_code.redeemed',
  'discount_code.released',
  'discount_code.reversed',
] as const satisfies WebhookEventType[];

/** An endpoint that is about to be added. */
export interface EndpointDraft {
  readonly url: string;
  readonly description: string;
  /** null: every type, those to come included. */
  readonly eventTypes: readonly WebhookEventType[] | null;
}

/** What is asked or told above the lists. */
export type WebhooksDialog =
  | { readonly asks: 'nothing' }
  | { readonly asks: 'draft'; readonly draft: EndpointDraft; readonly failure: Failure | null }
  | { readonly asks: 'keep'; readonly secret: string }
  | { readonly asks: 'rotate'; readonly endpoint: WebhookEndpoint; readonly failure: Failure | null }
  | { readonly asks: 'delete'; readonly endpoint: WebhookEndpoint; readonly failure: Failure | null }
  | { readonly asks: 'event'; readonly event: WebhookEventDetail | null; readonly id: string };

/** What stands above the lists, and whether a call is on its way. */
export interface WebhooksState {
  readonly dialog: WebhooksDialog;
  readonly isBusy: boolean;
}

/** What happens above the lists. */
export type WebhooksAction =
  | { readonly type: 'opened'; readonly dialog: WebhooksDialog }
  | { readonly type: 'typed'; readonly change: Partial<EndpointDraft> }
  | { readonly type: 'fetched'; readonly event: WebhookEventDetail }
  | { readonly type: 'busy'; readonly isBusy: boolean }
  | { readonly type: 'refused'; readonly failure: Failure };

/** An endpoint that hears of everything. */
export const everything: EndpointDraft = { url: '', description: '', eventTypes: null };

/** The state after something happened; a fetched event that is no longer asked for changes nothing. */
export function reduceWebhooks(state: WebhooksState, action: WebhooksAction): WebhooksState {
  const { dialog } = state;
  switch (action.type) {
    case 'opened':
      return { ...state, dialog: action.dialog };
    case 'typed':
      return dialog.asks === 'draft'
        ? { ...state, dialog: { ...dialog, draft: { ...dialog.draft, ...action.change } } }
        : state;
    case 'fetched':
      return dialog.asks === 'event' && dialog.id === action.event.id
        ? { ...state, dialog: { ...dialog, event: action.event } }
        : state;
    case 'busy':
      return { ...state, isBusy: action.isBusy };
    case 'refused':
      return dialog.asks === 'draft' || dialog.asks === 'rotate' || dialog.asks === 'delete'
        ? { dialog: { ...dialog, failure: action.failure }, isBusy: false }
        : { ...state, isBusy: false };
  }
}
