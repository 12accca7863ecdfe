import { HematError } from '@hemat/shared/management-client';

/** Of which workspace, and what it is called on the reader's disk. */
export interface FileWish {
  readonly workspace: { readonly id: string };
  readonly fileName: string;
}

/** Fetches a CSV file (path below `/v1`) and hands it to the browser's downloads. Throws HematError. */
export async function downloadFile(path: string, { workspace, fileName }: FileWish): Promise<void> {
  const answer = await fetchFile(path, workspace.id);
  const href = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(href);
}

async function fetchFile(path: string, workspaceId: string): Promise<Response> {
  const headers = { accept: 'text/csv', 'hemat-workspace': workspaceId };
  const answer = await fetch(`/v1${path}`, { headers }).catch((cause: unknown) => {
    throw new HematError('The service cannot be reached.', { code: 'NETWORK', status: 0 }, { cause });
  });
  if (answer.ok) return answer;
  const code = answer.status === 403 ? 'FORBIDDEN' : answer.status === 404 ? 'NOT_FOUND' : 'UNAVAILABLE';
  const requestId = answer.headers.get('x-request-id');
  throw new HematError('The file did not come.', { code, status: answer.status, requestId });
}
