import type { HematClient } from '@hemat/shared/client';
import { backoff } from './backoff.js';
import { carryOut } from './carry-out.js';
import type { Task } from './task.js';
import type { TaskRepository } from './task-repository.js';

/** What the worker is given. */
export interface OutboxDeps {
  readonly tasks: TaskRepository;
  /** With retries of its own switched off: the outbox is the retry. */
  readonly client: HematClient;
  /** Epoch ms. */
  readonly now: () => number;
  /** 0 … 1, spreads the pauses. */
  readonly random: () => number;
  /** Told of what should not happen, such as a full disk. */
  readonly report: (error: unknown) => void;
}

/** Carries out the outbox's work, one after the other, until it is stopped. */
export interface OutboxWorker {
  /** Tries everything that is due, now; answers when each has been tried once. Never throws. */
  run(): Promise<void>;
  /** Runs whenever something becomes due, from now on. */
  start(): void;
  /** Ends the runs; answers when the current one is through. */
  stop(): Promise<void>;
}

/** Looked at least this often, so that a changed clock cannot silence it. */
const longestSleepMs = 30_000;

/** A worker at rest; `start` sets it going. */
export function createOutboxWorker(deps: OutboxDeps): OutboxWorker {
  let running: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = false;

  const run = (): Promise<void> => {
    running = running
      .then(() => tryAllDue(deps))
      .catch(deps.report)
      .finally(sleep);
    return running;
  };
  const sleep = (): void => {
    clearTimeout(timer);
    if (!started) return;
    const wait = (deps.tasks.findNextDue() ?? Infinity) - deps.now();
    timer = setTimeout(() => void run(), Math.min(Math.max(wait, 50), longestSleepMs));
    timer.unref();
  };
  return {
    run,
    start: () => {
      started = true;
      void run();
    },
    stop: async () => {
      started = false;
      clearTimeout(timer);
      await running;
    },
  };
}

/** A task that is done makes way for the next one of its order; one that failed is no longer due. */
async function tryAllDue(deps: OutboxDeps): Promise<void> {
  for (;;) {
    const due = deps.tasks.listDue(deps.now());
    if (due.length === 0) return;
    for (const task of due) await tryOnce(deps, task);
  }
}

async function tryOnce({ tasks, client, now, random }: OutboxDeps, task: Task): Promise<void> {
  try {
    tasks.finish(task.id, await carryOut(client, task), now());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tasks.postpone(task.id, reason.slice(0, 300), now() + backoff(task.attempts + 1, random()));
  }
}
