import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, tempFolder } from '../support/temp-folder.js';
import { benchBulk } from './bench-bulk.js';
import { benchPostgres } from './bench-postgres.js';
import { benchSqlite } from './bench-sqlite.js';
import { benchSteady } from './bench-steady.js';
import { buildCeiling } from './ceiling/build-ceiling.js';
import { benchGrowth } from './growth/bench-growth.js';
import { describeMachine } from './machine.js';
import type { Rounds } from './measure-rounds.js';
import { readOptions } from './options.js';
import { printRounds, printTargets } from './report/print-report.js';
import { rateTargets } from './report/rate-targets.js';
import { startTargets } from './report/start-targets.js';
import type { ServerFigures, TargetRow } from './report/target-row.js';

/** What a run found, as it is printed and kept. */
interface Found {
  readonly rounds: Rounds;
  readonly names: Readonly<Record<string, string>>;
  readonly targets: readonly TargetRow[];
  readonly servers?: ServerFigures;
}

// `npm run bench`: bare servers and Hemat in turn, on this machine in this run. Slow is a figure, only a fault is an
// error.
const options = readOptions();
const started = performance.now();
const data = tempFolder('bench');

console.log(`${describeMachine()}; ${options.rounds} rounds of ${options.seconds} s, 64 connections`);
const found = await bench();
printRounds(found.rounds, found.names);
printTargets(found.targets);
const file = writeReport({ machine: describeMachine(), options, ...found });
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all; figures in ${file}`);
rmSync(data, { recursive: true, force: true });

async function bench(): Promise<Found> {
  if (options.growth) return benchGrowth(data, options);
  if (options.steadyMinutes !== null) {
    return { rounds: {}, names: {}, targets: await benchSteady(data, options.steadyMinutes) };
  }
  const built = buildCeiling();
  const servers = await benchSqlite(built, data, options);
  const postgres = options.quick ? { rounds: {}, names: {} } : await benchPostgres(built, data, options);
  const rounds = { ...servers.rounds, ...postgres.rounds };
  const bulk = options.quick ? [] : await benchBulk();
  const targets = [...rateTargets(rounds), ...startTargets(servers), ...bulk];
  return { rounds, names: { ...servers.names, ...postgres.names }, targets, servers };
}

function writeReport(report: unknown): string {
  const folder = join(root, 'data/bench');
  mkdirSync(folder, { recursive: true });
  const name = `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(report, null, 2)}\n`);
  return join('data/bench', name);
}
