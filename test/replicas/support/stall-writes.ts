import type { Replica } from './replicas.js';

/** A replica that stands still at a point of its writes, as one whose process sleeps. */
export interface Stall {
  /** Answers once it stands there. */
  readonly reached: Promise<void>;
  /** Lets it go on, and everything after it. */
  readonly end: () => void;
}

/** Where to stand still. */
export interface StallPlan {
  /** `commit`: with all of a write done, and nothing of it visible. */
  readonly before: 'begin' | 'commit';
  /** How many writes to let pass first. Default 0. */
  readonly skip?: number;
}

/** Makes the next write of a replica wait. */
export function stallWrites({ deps: { storage } }: Replica, { before, skip = 0 }: StallPlan): Stall {
  const { write } = storage;
  let passed = 0;
  let arrive = () => {};
  let release = () => {};
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const wait = () => {
    arrive();
    return released;
  };
  storage.write = async (job, options) => {
    passed += 1;
    if (passed !== skip + 1) return write(job, options);
    if (before === 'begin') await wait();
    return write(async (tx) => {
      const result = await job(tx);
      if (before === 'commit') await wait();
      return result;
    }, options);
  };
  return {
    reached,
    end: () => {
      storage.write = write;
      release();
    },
  };
}
