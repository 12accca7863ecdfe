import type { OneTimeString } from '@hemat/shared/schemas';
import { findDiscountCodeById } from '../../storage/repositories/discount-codes.js';
import { listOneTimeStrings } from '../../storage/repositories/one-time-strings.js';
import { csvLines } from '../csv/csv-lines.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { presentStrings } from './present-string.js';

/** Which strings. */
export interface StringFileQuery {
  readonly id: string;
  readonly state?: OneTimeString['state'] | undefined;
}

const pageSize = 1_000;

/** Every string of a batch as CSV (`code,state,orderId,takenAt`), page by page as it is taken; who took it stands in the audit log. */
export async function streamStrings(
  deps: CallDeps,
  query: StringFileQuery,
): Promise<Outcome<AsyncIterable<string>>> {
  const { storage, workspace, actor } = deps;
  if ((await findDiscountCodeById(storage.reader, workspace.id, query.id)) === undefined) {
    return refused({ code: 'NOT_FOUND' });
  }
  await storage.write((tx) =>
    recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor,
      event: null,
      action: 'discount_code.strings_exported',
      target: { type: 'discount_code', id: query.id },
      before: null,
      after: { state: query.state ?? null },
    }),
  );
  return done(pages(deps, query));
}

async function* pages(
  { storage, workspace }: CallDeps,
  { id, state }: StringFileQuery,
): AsyncGenerator<string> {
  yield csvLines([['code', 'state', 'orderId', 'takenAt']]);
  let after = 0;
  for (;;) {
    const rows = await listOneTimeStrings(storage.reader, {
      workspaceId: workspace.id,
      discountCodeId: id,
      after,
      limit: pageSize,
      state,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    const strings = await presentStrings(storage.reader, workspace.id, rows);
    yield csvLines(strings.map(({ code, state, orderId, takenAt }) => [code, state, orderId, takenAt]));
    after = last.position;
  }
}
