/** What the load asks, again and again. `[n]` in a text becomes a number never used before, `[code]` one of 0 … 999. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One measurement, as it is handed to the load's own process. */
export interface LoadJob {
  readonly url: string;
  readonly question: Question;
  /** Kept-alive connections, one request at a time each. */
  readonly connections: number;
  readonly seconds: number;
  /** The first value of `[n]`. */
  readonly firstNumber: number;
}

/** What the load saw. */
export interface LoadResult {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Answers that were not 2xx, broken connections and timeouts. */
  readonly errors: number;
  /** Share of one core that the generator itself used: near 1 it, not the server, was measured. */
  readonly generatorCpu: number;
  /** The value of `[n]` to go on with. */
  readonly nextNumber: number;
}
