import type { RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PublicRateLimits, RateLimit } from '../config/settings.js';

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
}

/** Limits counted in this process's memory. */
export function createLimits({ requests, misses, workspaceMisses }: PublicRateLimits): Limits {
  return {
    validate: memoryLimit('validate', requests),
    read: memoryLimit('read', requests),
    misses: memoryLimit('misses', misses),
    workspaceMisses: memoryLimit('workspace-misses', workspaceMisses),
  };
}

function memoryLimit(keyPrefix: string, { points, seconds, blockSeconds = 0 }: RateLimit): Limit {
  const limiter = new RateLimiterMemory({ keyPrefix, points, duration: seconds });
  const stateOf = (counted: RateLimiterRes | null): LimitState => ({
    isOver: counted !== null && counted.msBeforeNext > 0 && counted.consumedPoints > points,
    limit: points,
    remaining: counted === null ? points : Math.max(0, points - counted.consumedPoints),
    resetSeconds: Math.max(1, Math.ceil((counted?.msBeforeNext ?? seconds * 1000) / 1000)),
  });
  return {
    take: async (key) => {
      const counted = await limiter.penalty(key, 1);
      // The last point that is given away begins the block.
      const blocks = blockSeconds > 0 && counted.consumedPoints === points;
      return stateOf(blocks ? await limiter.block(key, blockSeconds) : counted);
    },
    look: async (key) => stateOf(await limiter.get(key)),
  };
}
