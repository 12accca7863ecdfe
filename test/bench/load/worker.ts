import { text } from 'node:stream/consumers';
import autocannon, { type Request, type Result } from 'autocannon';
import { fillTemplate } from './fill-template.js';
import type { LoadJob, LoadResult, Question } from './load-job.js';

// The generator: reads one job from standard input, asks, and writes what it saw to standard output.
// The job comes from run-load.ts, which is typed.
const job = JSON.parse(await text(process.stdin)) as LoadJob;
console.log(JSON.stringify(await measure(job)));

async function measure(job: LoadJob): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = job.firstNumber;
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const { non2xx, errors, timeouts } = await new Promise<Result>((resolve, reject) => {
    const options = {
      url: job.url,
      connections: job.connections,
      duration: job.seconds,
      requests: [freshRequest(job.question, () => next++)],
    };
    const load = autocannon(options, (error, result) => (error == null ? resolve(result) : reject(error)));
    load.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  const elapsed = performance.now() - started;
  const cpu = process.cpuUsage(cpuBefore);
  const sorted = Float64Array.from(latencies).sort();
  return {
    requests: sorted.length,
    requestsPerSecond: (sorted.length / elapsed) * 1000,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    errors: non2xx + errors + timeouts,
    generatorCpu: (cpu.user + cpu.system) / 1000 / elapsed,
    nextNumber: next,
  };
}

/** A request that is filled in anew each time it is sent. */
function freshRequest(question: Question, takeNumber: () => number): Request {
  const body = question.body === undefined ? undefined : fillTemplate(question.body);
  const headers = Object.entries(question.headers).map(
    ([name, value]) => [name, fillTemplate(value)] as const,
  );
  return {
    method: question.method,
    path: question.path,
    setupRequest: (request) => {
      const n = takeNumber();
      const filled = Object.fromEntries(headers.map(([name, value]) => [name, value(n)]));
      return { ...request, headers: filled, ...(body && { body: body(n) }) };
    },
  };
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
