/** A way to break the service that a test must notice. */
export interface Sabotage {
  /** What is broken, as a promise that is no longer kept. */
  readonly breaks: string;
  /** Each text stands in its file once. */
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  /** Test files from the root; each must fail. */
  readonly tests: readonly string[];
  /** Only tests whose name has this in it. */
  readonly only?: string;
}

/** A sabotage of one place. */
export function sabotage(
  breaks: string,
  [file, from, to]: readonly [file: string, from: string, to: string],
  ...tests: readonly string[]
): Sabotage {
  return { breaks, edits: [{ file, from, to }], tests };
}
