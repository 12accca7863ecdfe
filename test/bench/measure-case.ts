import type { Case, Measurement } from './case.js';
import { fillTemplate } from './load/fill-template.js';
import { runLoad } from './load/run-load.js';
import { cpuMilliseconds } from './machine.js';

let nextNumber = 1;

/** Asks the case once and checks the answer, then under load for some seconds; throws when an answer is wrong. */
export async function measureCase(asked: Case, seconds: number, connections = 64): Promise<Measurement> {
  await checkOneAnswer(asked);
  const cpuBefore = cpuMilliseconds(asked.server.pid);
  const job = {
    url: asked.server.url,
    question: asked.question,
    connections,
    seconds,
    firstNumber: nextNumber,
  };
  const result = await runLoad(job);
  nextNumber = result.nextNumber;
  const cpuAfter = cpuMilliseconds(asked.server.pid);
  if (result.errors > 0) {
    throw new Error(`${asked.name}: ${result.errors} of ${result.requests} requests failed under load.`);
  }
  const { requests, requestsPerSecond, p50, p99, generatorCpu } = result;
  const cpuMicroseconds =
    cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) * 1000) / requests;
  return { requestsPerSecond, p50, p99, generatorCpu, cpuMicroseconds };
}

async function checkOneAnswer({ name, server, question, status, isRight }: Case): Promise<void> {
  const n = nextNumber++;
  const fill = (template: string) => fillTemplate(template)(n);
  const answer = await fetch(server.url + question.path, {
    method: question.method,
    headers: Object.fromEntries(Object.entries(question.headers).map(([key, value]) => [key, fill(value)])),
    ...(question.body !== undefined && { body: fill(question.body) }),
  });
  const text = await answer.text();
  if (answer.status !== status || !isRight(JSON.parse(text))) {
    throw new Error(`${name}: a wrong answer, ${answer.status} ${text}`);
  }
}
