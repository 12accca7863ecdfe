import { listExportedCodes } from '../../storage/repositories/discount-code-batches.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { csvHeader, csvOfCodes } from './csv-of-codes.js';

const pageSize = 500;

/**
 * Every code of the workspace as CSV, oldest first, page by page as it is taken; archived codes and batches of one-time codes are
 * left out. Codes that are made meanwhile come at the end.
 */
export async function exportDiscountCodes(deps: CallDeps): Promise<Outcome<AsyncIterable<string>>> {
  return done(pages(deps));
}

async function* pages({ storage, workspace }: CallDeps): AsyncGenerator<string> {
  yield csvHeader;
  let after = { createdAt: 0, id: '' };
  for (;;) {
    const query = { workspaceId: workspace.id, after, limit: pageSize };
    const rows = await listExportedCodes(storage.reader, query);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield csvOfCodes(rows);
    after = { createdAt: last.created_at, id: last.id };
  }
}
