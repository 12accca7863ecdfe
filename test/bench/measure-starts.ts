import type { RunningProcess } from '../support/start-process.js';
import { residentMegabytes } from './machine.js';
import type { StartFigures } from './report/target-row.js';

/** Starts bare Hono and Hemat in turn and times each to its first answer of `/healthz`. */
export async function measureStarts(
  rounds: number,
  startBare: () => Promise<RunningProcess>,
  startHemat: () => Promise<RunningProcess>,
): Promise<StartFigures[]> {
  const figures: StartFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await timeOneStart(startBare);
    const hemat = await timeOneStart(startHemat);
    figures.push({
      bareMilliseconds: bare.milliseconds,
      hematMilliseconds: hemat.milliseconds,
      bareMegabytes: bare.megabytes,
      hematMegabytes: hemat.megabytes,
    });
  }
  return figures;
}

async function timeOneStart(start: () => Promise<RunningProcess>) {
  const started = performance.now();
  const server = await start();
  const answer = await fetch(`${server.url}/healthz`);
  if (!answer.ok) throw new Error(`/healthz answered ${answer.status}.`);
  await answer.text();
  const milliseconds = performance.now() - started;
  const megabytes = residentMegabytes(server.pid);
  await server.stop();
  return { milliseconds, megabytes };
}
