import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { UnavailableError } from '../storage/unavailable-error.js';
import type { AppEnv } from './call.js';
import { refuse } from './send.js';

/** Answers what was thrown: a broken world with `UNAVAILABLE`, a bug with `INTERNAL_ERROR` and a line in the log. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  const { app, requestId, headers } = c.get('call');
  if (error instanceof UnavailableError) {
    headers['retry-after'] = String(error.retryAfterSeconds);
    app.log.warn({ requestId, err: error }, 'unavailable');
    return refuse(c, { code: 'UNAVAILABLE' });
  }
  if (error instanceof HTTPException && error.status === 415) {
    return refuse(c, { code: 'UNSUPPORTED_MEDIA_TYPE' });
  }
  if (error instanceof HTTPException && error.status < 500) return refuse(c, { code: 'VALIDATION_ERROR' });
  app.log.error({ requestId, err: error }, 'failed');
  return refuse(c, { code: 'INTERNAL_ERROR' });
};
