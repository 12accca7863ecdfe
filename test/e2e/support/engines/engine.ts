/** A browser that a test drives, whatever it is made of. */
export interface Engine {
  readonly name: string;
  /** Opens a fresh page; `null` where the engine is not installed. */
  readonly open: () => Promise<EnginePage | null>;
}

/** One page of an engine. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it sees nothing but its argument, which goes there as JSON, and so does its answer. */
  run<Argument, Answer>(job: (argument: Argument) => Promise<Answer>, argument: Argument): Promise<Answer>;
  /** Ends the browser with everything that was started for it. */
  close(): Promise<void>;
}

/** The job as source text that answers a promise. */
export function sourceOf<Argument>(job: (argument: Argument) => unknown, argument: Argument): string {
  return `(${job.toString()})(${JSON.stringify(argument)})`;
}
