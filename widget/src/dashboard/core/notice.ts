/** A short text at the edge of the page. */
export interface Notice {
  readonly text: string;
  readonly kind?: 'done' | 'failed';
  /** One thing to do about it, while it is shown. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** How long it stays, ms; default 6000. */
  readonly stayMs?: number;
}
