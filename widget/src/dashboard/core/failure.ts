import { HematError } from '@hemat/shared/management-client';

/** Why a call brought nothing, as a page shows it. */
export interface Failure {
  readonly code: string;
  /** The service's sentence. */
  readonly message: string;
  /** For the service's log. */
  readonly requestId: string | null;
  /** What is wrong with each faulty field, by its path: "is not …". */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a page shows of a caught error; null where the call was ended on purpose. Rethrows a bug. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  if (!(error instanceof HematError)) throw error;
  return {
    code: error.code,
    message: error.message,
    requestId: error.requestId,
    fields: fieldsOf(error),
  };
}

function fieldsOf(error: HematError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const fault of Array.isArray(error.details) ? error.details : []) {
    const { path, message } = readFault(fault);
    if (path !== '') fields[path] ??= message;
  }
  if (error.field !== null) fields[error.field] ??= error.message;
  return fields;
}

/** `path` comes as a text or as its steps. */
function readFault(fault: unknown): { path: string; message: string } {
  if (typeof fault !== 'object' || fault === null || !('path' in fault) || !('message' in fault))
    return { path: '', message: '' };
  const path = Array.isArray(fault.path) ? fault.path.join('.') : String(fault.path);
  return { path, message: String(fault.message) };
}

/** What a page says that the member's role does not open. */
export const notAllowed: Failure = { code: 'FORBIDDEN', message: '', requestId: null, fields: {} };
