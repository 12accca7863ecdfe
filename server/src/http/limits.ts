import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { PublicRateLimits, RateLimit } from '../config/settings.js';
import type { Storage } from '../storage/storage.js';

/** Where a caller stands with one limit. */
export interface LimitState {
  readonly isOver: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until more may be asked, whole seconds, at least 1. */
  readonly resetSeconds: number;
}

/** One limit, counted by key. */
export interface Limit {
  /** Counts one and says where the key stands then. */
  take(key: string): Promise<LimitState>;
  /** Says where the key stands, and counts nothing. */
  look(key: string): Promise<LimitState>;
}

/** The limits of the calls that need no secret. */
export interface Limits {
  readonly validate: Limit;
  readonly read: Limit;
  readonly misses: Limit;
  readonly workspaceMisses: Limit;
  /** Calls of Mayar's clients: 20 a minute, as Mayar itself allows. */
  readonly mayar: Limit;
  /** Tries to sign in from one address to one account. */
  readonly signIns: Limit;
  readonly signInsOfAddress: Limit;
  readonly signInsOfAccount: Limit;
}

type Counters = Pick<Storage, 'rateLimiter'>;

const mostRemembered = 10_000;

/** Limits counted where the storage counts: in this process's memory, or in the database for every replica. */
export function createLimits(
  storage: Counters,
  { requests, misses, workspaceMisses, signIns }: PublicRateLimits,
): Limits {
  return {
    validate: createLimit(storage, 'validate', requests),
    read: createLimit(storage, 'read', requests),
    misses: createLimit(storage, 'misses', misses),
    workspaceMisses: createLimit(storage, 'workspace-misses', workspaceMisses),
    mayar: createLimit(storage, 'mayar', { points: 20, seconds: 60 }),
    signIns: createLimit(storage, 'sign-ins', signIns),
    // An office shares an address; an account is guessed at from many.
    signInsOfAddress: createLimit(storage, 'address-sign-ins', { ...signIns, points: signIns.points * 3 }),
    signInsOfAccount: createLimit(storage, 'account-sign-ins', { ...signIns, points: signIns.points * 10 }),
  };
}

function createLimit(
  storage: Counters,
  keyPrefix: string,
  { points, seconds, blockSeconds = 0 }: RateLimit,
): Limit {
  const limiter = storage.rateLimiter({ keyPrefix, points, duration: seconds });
  const over = rememberUntil();

  function stateOf(key: string, counted: RateLimiterRes | null): LimitState {
    const { consumedPoints = 0, msBeforeNext = seconds * 1000 } = counted ?? {};
    const isOver = msBeforeNext > 0 && consumedPoints > points;
    if (isOver) over.keep(key, msBeforeNext);
    return {
      isOver,
      limit: points,
      remaining: Math.max(0, points - consumedPoints),
      resetSeconds: wholeSeconds(msBeforeNext),
    };
  }

  /** A key that is over stays so until its window ends, whoever counts: until then nobody is asked about it. */
  function overState(key: string): LimitState | null {
    const left = over.left(key);
    return left > 0 ? { isOver: true, limit: points, remaining: 0, resetSeconds: wholeSeconds(left) } : null;
  }

  async function count(key: string): Promise<LimitState> {
    const counted = await limiter.penalty(key, 1);
    // The last point that is given away begins the block.
    const blocks = blockSeconds > 0 && counted.consumedPoints === points;
    return stateOf(key, blocks ? await limiter.block(key, blockSeconds) : counted);
  }

  return {
    take: async (key) => overState(key) ?? count(key),
    look: async (key) => overState(key) ?? stateOf(key, await limiter.get(key)),
  };
}

/** Keys and until when, by the system's clock, which the limiters read too; forgets all where there are too many. */
function rememberUntil(): { keep(key: string, ms: number): void; left(key: string): number } {
  const until = new Map<string, number>();
  return {
    keep: (key, ms) => {
      if (until.size >= mostRemembered) until.clear();
      until.set(key, Date.now() + ms);
    },
    left: (key) => {
      const left = (until.get(key) ?? 0) - Date.now();
      if (left <= 0) until.delete(key);
      return left;
    },
  };
}

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
