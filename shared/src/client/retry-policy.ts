import { HTTPError, TimeoutError, type Options } from 'ky';

/** How often and how patiently a failed call is repeated. */
export interface RetryPolicy {
  /** Repeats after the first try, 0 … 10; default 3. */
  readonly limit?: number;
  /** Milliseconds before the first repeat, doubled for each further one, spread by ±50 %; default 200. */
  readonly backoffMs?: number;
  /** The longest pause between two tries, milliseconds; a longer `Retry-After` ends the call at once. Default 10,000. */
  readonly maxPauseMs?: number;
}

const statusCodes = [429, 502, 503, 504];

/**
 * The policy as ky takes it: repeats when the network fails, when the time is up and on 429, 502, 503 and 504, whatever
 * the method, because every POST that changes something carries an Idempotency-Key, and PATCH and DELETE say the same thing twice.
 */
export function retryOptions(policy: RetryPolicy = {}): NonNullable<Options['retry']> {
  const { limit = 3, backoffMs = 200, maxPauseMs = 10_000 } = policy;
  return {
    limit: Math.min(Math.max(limit, 0), 10),
    methods: ['get', 'post', 'patch', 'delete'],
    statusCodes,
    afterStatusCodes: [429, 503],
    maxRetryAfter: maxPauseMs,
    backoffLimit: maxPauseMs,
    delay: (attempt) => backoffMs * 2 ** (attempt - 1),
    jitter: (delay) => delay * (0.5 + Math.random()),
    shouldRetry: async ({ error }) => {
      if (error instanceof TimeoutError) return true;
      if (!(error instanceof HTTPError)) return undefined;
      if (await isFirstTryStillRunning(error.response)) return true;
      return pauseAskedFor(error.response) > maxPauseMs ? false : undefined;
    },
  };
}

/** A try that timed out here may still run there: then its key is in use, and the answer comes with a later try. */
async function isFirstTryStillRunning(response: Response): Promise<boolean> {
  return response.status === 409 && (await response.clone().text()).includes('"IDEMPOTENCY_KEY_IN_USE"');
}

/** Milliseconds of `Retry-After` (seconds or an HTTP date); 0 where there is none. */
function pauseAskedFor(response: Response): number {
  const header = response.headers.get('retry-after');
  if (header === null) return 0;
  const seconds = Number(header);
  return Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now() || 0;
}
