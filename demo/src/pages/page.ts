import type { html } from 'hono/html';
import type { Language } from '../locales/language.js';
import type { Messages } from '../locales/messages.js';

/** A piece of a page; everything put into an `html` template is escaped. */
export type Html = ReturnType<typeof html>;

/** What every page knows of the visit. */
export interface Page {
  readonly language: Language;
  readonly messages: Messages;
  /** Path and query of this page, for the language switch. */
  readonly path: string;
  readonly cartCount: number;
  /** The e-mail address the visitor signed in with. */
  readonly signedInAs: string | null;
  /** The discount service's elements on this page. */
  readonly elements: PageElements;
}

/** What the discount service's script and elements are told. */
export interface PageElements {
  readonly scriptUrl: string;
  /** `sha384-…`; null while the service has not said. */
  readonly integrity: string | null;
  readonly endpoint: string;
  readonly workspace: string;
  readonly publishableKey: string;
  /** Vouches for the signed-in customer; null for a guest. */
  readonly customerToken: string | null;
}
