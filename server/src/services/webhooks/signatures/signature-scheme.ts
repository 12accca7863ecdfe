import type { EventsTable } from '../../../storage/tables.js';

/** What is signed: one event, in one attempt. */
export interface Signing {
  readonly event: Omit<EventsTable, 'for_webhooks'>;
  /** `whsec_…`; the newest first, and the one before it while both are good. */
  readonly secrets: readonly string[];
  /** Epoch ms of the attempt. */
  readonly now: number;
}

/** A request's body and the headers that go with it. */
export interface SignedMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a message is written and signed. */
export type SignatureScheme = (signing: Signing) => SignedMessage;
