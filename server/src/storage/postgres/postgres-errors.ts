import { DatabaseError } from 'pg';
import { UnavailableError } from '../unavailable-error.js';

/** Whether the database undid a transaction because of another one or of a migration, so that the same job may simply run again. */
export function isOvertaken(error: unknown): boolean {
  const isUndone = error instanceof DatabaseError && ['40001', '40P01'].includes(error.code ?? '');
  return isUndone || isStalePlan(error);
}

/** Whether a statement was prepared before a migration changed what it answers; the text has no code of its own. */
export function isStalePlan(error: unknown): boolean {
  return (
    error instanceof DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'
  );
}

/** Turns what the world does to a server (a cut connection, a restart, a full disk) into an `UnavailableError`; the rest stays. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const code = error.code ?? '';
    return unavailableClasses.has(code.slice(0, 2)) || waitCodes.has(code)
      ? new UnavailableError(`the database cannot answer (${code})`, { cause: error })
      : error;
  }
  return isConnectionError(error)
    ? new UnavailableError('the database is out of reach', { cause: error })
    : error;
}

/** SQLSTATE classes: connection, insufficient resources, operator intervention (shutdown, cancel), system error. */
const unavailableClasses = new Set(['08', '53', '57', '58']);

/** A row that somebody held for too long, and a transaction that was ended because this process did nothing in it. */
const waitCodes = new Set(['55P03', '25P03']);

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message);
}
