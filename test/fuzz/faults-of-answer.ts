import { undeclared } from '../http/support/open-api-check.js';
import { canary } from './hostile.js';
import type { WireRequest } from './hostile-request.js';

/** What was answered. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Statuses that have no body by their nature. */
const bare: ReadonlySet<number> = new Set([204, 304]);

/** What of an answer the description does not promise, or nobody should ever be sent. */
export function faultsOfAnswer(request: WireRequest, answer: WireAnswer): string[] {
  const { status, text } = answer;
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  if (text === '' && !bare.has(status) && request.method !== 'HEAD') faults.push('an empty body');
  if (status >= 400 && text.toLowerCase().includes(canary)) faults.push('an echo of what was refused');
  return [...faults, ...(bare.has(status) || text === '' ? [] : descriptionFaults(request, answer))];
}

function descriptionFaults({ operation, method, url }: WireRequest, answer: WireAnswer): string[] {
  const { status, contentType, text } = answer;
  const { pathname } = new URL(url, 'http://localhost');
  if (!contentType.endsWith('json')) {
    const isKnown = method === operation.method && operation.answers[String(status)]?.includes(contentType);
    return isKnown === true ? [] : [`${status} as ${contentType}`];
  }
  const body: unknown = JSON.parse(text);
  const isEnvelope = typeof body === 'object' && body !== null && 'meta' in body;
  if (contentType === 'application/json' && !isEnvelope) return ['no envelope'];
  return undeclared({ method, path: pathname, status, contentType, body });
}
