/** What the world knows of one code at one moment. */
export interface CodeFacts {
  /** Active and not archived. */
  readonly active: boolean;
  /** Total uses left, live holds of other orders taken off; `null`: no cap. */
  readonly usesLeft: number | null;
  /** Whether the caller named a customer that we may believe. */
  readonly customerKnown: boolean;
  /** The same for this customer; `null`: no cap. */
  readonly customerUsesLeft: number | null;
  /** Whether this customer has no earlier paid order; `null`: customer unknown. */
  readonly customerIsNew: boolean | null;
}

/** What the rule core is told about the world. */
export interface Facts {
  /** Epoch ms, the service's clock. */
  readonly now: number;
  /**
   * By rule id. A rule without an entry is one whose world facts the service has already decided: in the browser the
   * checks that need them (active, uses, customer) count as passed.
   */
  readonly codes: Readonly<Record<string, CodeFacts>>;
}
