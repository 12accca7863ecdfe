import { randomUUID } from 'node:crypto';
import type { AppDeps } from '../app-deps.js';
import { expireHolds } from '../services/expire-holds.js';
import { clearOverdueImports } from '../services/import/clear-overdue-imports.js';
import { generateStrings } from '../services/one-time/generate-strings.js';
import { purgeWebhookLog } from '../services/webhooks/purge-webhook-log.js';
import { purgeIdempotencyKeys } from '../storage/repositories/idempotency-keys.js';
import { purgeSessions } from '../storage/repositories/people.js';
import { purgeRateLimits } from '../storage/repositories/rate-limits.js';
import { purgeRequestNonces } from '../storage/repositories/request-nonces.js';

interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (deps: AppDeps) => Promise<unknown>;
}

/** What a serving process does by itself. A hold that has run out frees its slot within a second. */
const chores: readonly Chore[] = [
  { name: 'expire holds', everyMs: 500, run: expireEveryHold },
  { name: 'generate one-time codes', everyMs: 500, run: generateEveryString },
  { name: 'clear files that were given up', everyMs: 10_000, run: clearOverdueImports },
  { name: 'stamp key uses', everyMs: 5_000, run: ({ keyUses }) => keyUses.flush() },
  { name: 'purge what is over', everyMs: 60_000, run: purge },
  { name: 'purge the log of webhooks', everyMs: 60_000, run: purgeWebhookLog },
];

/** Starts the chores; the answered function stops them and waits for the one that runs. */
export function startChores(deps: AppDeps): () => Promise<void> {
  const stops = chores.map((chore) => repeat(deps, chore));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function repeat(deps: AppDeps, { name, everyMs, run }: Chore): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let timer = setTimeout(turn, everyMs);
  let isStopped = false;

  function turn(): void {
    running = run(deps)
      .catch((error: unknown) =>
        deps.log.warn({ err: error, chore: name }, 'a chore failed; it comes round again'),
      )
      .finally(() => {
        if (!isStopped) timer = setTimeout(turn, everyMs);
      });
  }

  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** A full batch says that more are due. */
async function expireEveryHold(deps: AppDeps): Promise<void> {
  while ((await expireHolds(deps)) > 0);
}

/** What other processes know this one by. */
const owner = randomUUID();

/** Another process goes on where this one ends. */
async function generateEveryString(deps: AppDeps): Promise<void> {
  while (deps.isOpen() && (await generateStrings(deps, owner)) > 0);
}

function purge({ storage, now }: AppDeps): Promise<void> {
  return storage.write(async (tx) => {
    if (!(await storage.claim(tx, 'chore: purge'))) return;
    await purgeIdempotencyKeys(tx, now());
    await purgeRequestNonces(tx, now());
    await purgeRateLimits(tx, now());
    await purgeSessions(tx, now());
  });
}
