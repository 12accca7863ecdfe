import type { CallDeps } from '../services/deps.js';
import type { Outcome } from '../services/outcome.js';
import type { CallContext } from './call.js';
import { callerOf } from './caller-of.js';
import { headerOf } from './header-of.js';
import { always, answer } from './send.js';

/** Whether the caller wants a list as a file. */
export function wantsCsv(c: CallContext): boolean {
  return headerOf(c, 'accept')?.includes('text/csv') ?? false;
}

/** Whether the caller wants a list as one JSON document a line. */
export function wantsNdjson(c: CallContext): boolean {
  return headerOf(c, 'accept')?.includes('application/x-ndjson') ?? false;
}

/**
 * Runs a reading verb and sends what it yields as a CSV file, or as NDJSON where its name says so, piece by piece as the caller takes it. A fault half-way cuts the
 * connection, so that a part never looks whole.
 */
export async function sendFile(
  c: CallContext,
  name: string,
  verb: (deps: CallDeps) => Promise<Outcome<AsyncIterable<string>>>,
): Promise<Response> {
  const call = c.get('call');
  const { workspace, actor } = callerOf(call);
  const outcome = await verb({ ...call.app, workspace, actor });
  if (!outcome.ok) return answer(c, outcome);
  return new Response(streamOf(outcome.value), {
    headers: {
      ...always,
      'content-type': name.endsWith('.ndjson')
        ? 'application/x-ndjson; charset=utf-8'
        : 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'x-request-id': call.requestId,
      ...call.headers,
    },
  });
}

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await iterator.return?.()),
  });
}
