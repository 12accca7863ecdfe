import { HematError } from '@hemat/shared/management-client';
import type { ErrorBody, ImportReport, Meta } from '@hemat/shared/schemas';

/** What to do with the file: `skip` takes the rows without a fault. */
export interface UploadWish {
  readonly workspaceId: string;
  readonly dryRun: boolean;
  readonly onError: 'fail' | 'skip';
  readonly signal: AbortSignal;
}

/** Sends a file of codes and answers what became of it, or would. Throws HematError. */
export async function uploadCodes(file: File, wish: UploadWish): Promise<ImportReport> {
  const { workspaceId, dryRun, onError, signal } = wish;
  const query = new URLSearchParams({ dryRun: String(dryRun), onError });
  const isLines = /\.(ndjson|jsonl)$/i.test(file.name);
  const answer = await fetch(`/v1/discount-codes/import?${query}`, {
    method: 'POST',
    headers: {
      'content-type': isLines ? 'application/x-ndjson' : 'text/csv',
      'hemat-workspace': workspaceId,
    },
    body: file,
    signal,
  }).catch(notReached);
  // The contract's envelope; a proxy's own page reads as unavailable.
  const { data, error, meta } = (await answer.json().catch(() => notOurs)) as Envelope;
  if (answer.ok && data !== null) return data;
  const { code = 'UNAVAILABLE', message = '', field = null, details } = error ?? {};
  throw new HematError(message, {
    code,
    status: answer.status,
    requestId: meta?.requestId ?? null,
    field,
    details,
  });
}

interface Envelope {
  readonly data: ImportReport | null;
  readonly error: Partial<ErrorBody> | null;
  readonly meta: Meta | null;
}

const notOurs: Envelope = { data: null, error: null, meta: null };

function notReached(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
  throw new HematError('The service cannot be reached.', { code: 'NETWORK', status: 0 }, { cause });
}
