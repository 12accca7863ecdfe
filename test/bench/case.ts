import type { Question } from './load/load-job.js';
import type { RunningProcess } from '../support/start-process.js';

/** One kind of request against one server, with the answer it must give. */
export interface Case {
  readonly name: string;
  readonly server: RunningProcess;
  readonly question: Question;
  /** The status of a right answer. */
  readonly status: number;
  /** Whether the parsed body is right. */
  readonly isRight: (body: unknown) => boolean;
}

/** One measurement of a case. */
export interface Measurement {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
  /** CPU of the server, microseconds a request; `null` where the system does not say. */
  readonly cpuMicroseconds: number | null;
  /** Share of a core that the generator used. */
  readonly generatorCpu: number;
}
