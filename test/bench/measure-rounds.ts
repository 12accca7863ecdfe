import type { Case, Measurement } from './case.js';
import { measureCase } from './measure-case.js';
import type { BenchOptions } from './options.js';

/** What is measured in turn: one case, or several servers at once that count as one. */
export interface Contest {
  readonly name: string;
  readonly measure: (seconds: number) => Promise<Measurement>;
}

/** Every measurement by the key of what was measured, in order. */
export type Rounds = Record<string, Measurement[]>;

/** A case under 64 connections. */
export function contestOf(asked: Case): Contest {
  return { name: asked.name, measure: (seconds) => measureCase(asked, seconds) };
}

/** All of them once to warm up, then A B A B. */
export async function measureRounds(
  contests: Readonly<Record<string, Contest>>,
  { rounds, seconds, warmUpSeconds }: BenchOptions,
): Promise<Rounds> {
  const measured: Rounds = Object.fromEntries(Object.keys(contests).map((key) => [key, []]));
  for (const { measure } of Object.values(contests)) await measure(warmUpSeconds);
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`round ${round} of ${rounds} …\n`);
    for (const [key, { measure }] of Object.entries(contests)) measured[key]?.push(await measure(seconds));
  }
  return measured;
}

/** One case that several servers answer at once, each its share of the 64 connections. */
export function contestOfReplicas(name: string, replicas: readonly Case[]): Contest {
  return {
    name,
    measure: async (seconds) => {
      const connections = Math.floor(64 / replicas.length);
      const parts = await Promise.all(replicas.map((asked) => measureCase(asked, seconds, connections)));
      const sum = (of: (part: Measurement) => number) => parts.reduce((total, part) => total + of(part), 0);
      const requestsPerSecond = sum((part) => part.requestsPerSecond);
      return {
        requestsPerSecond,
        p50: Math.max(...parts.map((part) => part.p50)),
        p99: Math.max(...parts.map((part) => part.p99)),
        cpuMicroseconds: parts.some((part) => part.cpuMicroseconds === null)
          ? null
          : sum((part) => (part.cpuMicroseconds ?? 0) * part.requestsPerSecond) / requestsPerSecond,
        generatorCpu: sum((part) => part.generatorCpu),
      };
    },
  };
}
