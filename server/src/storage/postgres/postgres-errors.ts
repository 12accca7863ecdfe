import { DatabaseError } from 'pg';
import { UnavailableError } from '../unavailable-error.js';

/** Whether the database undid a transaction because of another one, so that the same job may simply run again. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof DatabaseError && ['40001', '40P01'].includes(error.code ?? '');
}

/** Turns what the world does to a server (a cut connection, a restart, a full disk) into an `UnavailableError`; the rest stays. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const kind = (error.code ?? '').slice(0, 2);
    return unavailableClasses.has(kind)
      ? new UnavailableError(`the database cannot answer (${error.code ?? ''})`, { cause: error })
      : error;
  }
  return isConnectionError(error)
    ? new UnavailableError('the database is out of reach', { cause: error })
    : error;
}

/** SQLSTATE classes: connection, insufficient resources, operator intervention (shutdown, cancel), system error. */
const unavailableClasses = new Set(['08', '53', '57', '58']);

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message);
}
