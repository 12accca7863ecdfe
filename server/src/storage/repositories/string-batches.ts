import { sql } from 'kysely';
import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { StringBatchesTable } from '../one-time-tables.js';

const insert = statement((db, row: StringBatchesTable) =>
  db
    .insertInto('string_batches')
    .values(
      columns(row, [
        'workspace_id',
        'discount_code_id',
        'prefix',
        'groups',
        'total',
        'done',
        'lease_owner',
        'lease_until',
        'created_at',
      ]),
    ),
);

const due = statement((db, params: { owner: string; now: number; limit: number }) =>
  db
    .selectFrom('string_batches')
    .innerJoin('discount_codes', (join) =>
      join
        .onRef('discount_codes.workspace_id', '=', 'string_batches.workspace_id')
        .onRef('discount_codes.id', '=', 'string_batches.discount_code_id'),
    )
    .selectAll('string_batches')
    .where(sql<boolean>`done < total`)
    .where('archived_at', 'is', null)
    .where((or) => or.or([or('lease_owner', '=', params.owner), or('lease_until', '<=', params.now)]))
    .orderBy('string_batches.created_at')
    .limit(params.limit),
);

const advance = statement((db, params: BatchStep) =>
  db
    .updateTable('string_batches')
    .set({
      done: sql`done + ${params.count}`,
      lease_owner: params.owner,
      lease_until: params.leaseUntil,
    })
    .where('workspace_id', '=', params.workspaceId)
    .where('discount_code_id', '=', params.discountCodeId)
    .where('done', '=', params.done)
    .where((or) => or.or([or('lease_owner', '=', params.owner), or('lease_until', '<=', params.now)])),
);

/** A step of the generation of a batch. */
export interface BatchStep {
  readonly workspaceId: string;
  readonly discountCodeId: string;
  /** How far it was when the step was prepared. */
  readonly done: number;
  /** How many strings the step makes. */
  readonly count: number;
  readonly owner: string;
  /** Epoch ms. */
  readonly now: number;
  readonly leaseUntil: number;
}

export async function insertStringBatch(tx: WriteTransaction, row: StringBatchesTable): Promise<void> {
  await insert.run(tx, row);
}

/** Unfinished batches of codes that are not archived and that `owner` may go on with, oldest first. */
export function listDueStringBatches(
  db: Reader,
  params: { owner: string; now: number; limit: number },
): Promise<StringBatchesTable[]> {
  return due.list(db, params);
}

/** Takes the batch for `owner` and moves it on; false where another process has taken it or moved it. */
export async function advanceStringBatch(tx: WriteTransaction, step: BatchStep): Promise<boolean> {
  return (await advance.run(tx, step)) === 1;
}
