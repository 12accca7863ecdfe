import type Database from 'better-sqlite3';

/** Runs the jobs that arrive in one turn of the event loop in one durable commit; each promise settles after it. */
export function commitInGroups<Job>(
  database: Database.Database,
  run: (job: Job) => void,
): (job: Job) => Promise<void> {
  let waiting: { job: Job; resolve: () => void; reject: (cause: unknown) => void }[] = [];
  const commit = database.transaction((jobs: typeof waiting) => {
    for (const { job } of jobs) run(job);
  }).immediate;
  const flush = () => {
    const group = waiting;
    waiting = [];
    try {
      commit(group);
      for (const { resolve } of group) resolve();
    } catch (cause) {
      for (const { reject } of group) reject(cause);
    }
  };
  return (job) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ job, resolve, reject }) === 1) setImmediate(flush);
    });
}
