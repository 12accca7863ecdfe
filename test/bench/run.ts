import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, tempFolder } from '../support/temp-folder.js';
import type { Case, Measurement } from './case.js';
import { buildCeiling } from './ceiling/build-ceiling.js';
import { ceilingCases, startCeiling } from './ceiling/ceiling-cases.js';
import { auditHemat, hematCases, prepareHemat, startHemat } from './hemat-cases.js';
import { describeMachine, residentMegabytes } from './machine.js';
import { measureCase } from './measure-case.js';
import { measureStarts } from './measure-starts.js';
import { readOptions } from './options.js';
import { printReport } from './report/print-report.js';
import { rateTargets } from './report/rate-targets.js';
import { startTargets } from './report/start-targets.js';

// `npm run bench`: bare servers and Hemat in turn, on this machine in this run. Slow is a figure, only a fault is an
// error.
const options = readOptions();
const started = performance.now();
const data = tempFolder('bench');
const built = buildCeiling();

console.log(`${describeMachine()}; ${options.rounds} rounds of ${options.seconds} s, 64 connections`);
const home = await prepareHemat(data);
const starts = await measureStarts(
  3,
  () => startCeiling(built, 'hello', data),
  () => startHemat(home, data),
);
const hemat = await startHemat(home, data);
const cases: Record<string, Case> = {
  ...(await ceilingCases(built, data)),
  ...(await hematCases(home, hemat)),
};
const rounds = await measureRounds(cases);
const memoryAfterLoad = residentMegabytes(hemat.pid);
for (const server of new Set(Object.values(cases).map((asked) => asked.server))) await server.stop();
await auditHemat(home);

const figures = { rounds, starts, memoryAfterLoad };
const targets = [...rateTargets(figures), ...startTargets(figures)];
printReport(cases, rounds, targets);
const file = writeReport({ machine: describeMachine(), options, targets, ...figures });
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all; figures in ${file}`);
rmSync(data, { recursive: true, force: true });

/** Every case once to warm up, then A B A B. */
async function measureRounds(all: Record<string, Case>): Promise<Record<string, Measurement[]>> {
  const measured: Record<string, Measurement[]> = Object.fromEntries(
    Object.keys(all).map((key) => [key, []]),
  );
  for (const asked of Object.values(all)) await measureCase(asked, options.warmUpSeconds);
  for (let round = 1; round <= options.rounds; round += 1) {
    process.stderr.write(`round ${round} of ${options.rounds} …\n`);
    for (const [key, asked] of Object.entries(all)) {
      measured[key]?.push(await measureCase(asked, options.seconds));
    }
  }
  return measured;
}

function writeReport(report: unknown): string {
  const folder = join(root, 'data/bench');
  mkdirSync(folder, { recursive: true });
  const name = `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(report, null, 2)}\n`);
  return join('data/bench', name);
}
