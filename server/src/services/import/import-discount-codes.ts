import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportDiscountCodesQuery, ImportFault, ImportReport } from '@hemat/shared/schemas';
import {
  insertDiscountCodes,
  listStringKeys,
  type NewDiscountCode,
} from '../../storage/repositories/discount-code-batches.js';
import { undo, type WriteTransaction } from '../../storage/storage.js';
import { UnavailableError } from '../../storage/unavailable-error.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import type { FileRow } from './file-row.js';
import { stageCodes, type StagedCodes } from './stage-codes.js';

/** A file of codes and what to do with it. */
export interface ImportInput extends ImportDiscountCodesQuery {
  readonly file: AsyncIterable<FileRow>;
}

/** Each holds its staged rows in memory. */
const mostAtOnce = 2;
const sliceSize = 500;
let running = 0;

/**
 * Takes the codes of a file, all or none, or with `onError: 'skip'` those without a fault: the file is read and judged to its
 * end first, then written in one write. A row whose code stands there just so is no fault. Throws an `UnavailableError` while two
 * other files are taken.
 */
export async function importDiscountCodes(
  deps: CallDeps,
  input: ImportInput,
): Promise<Outcome<ImportReport>> {
  if (running >= mostAtOnce)
    throw new UnavailableError('two files are being imported', { retryAfterSeconds: 5 });
  running += 1;
  try {
    const staged = await stageCodes(deps, input.file);
    if (input.dryRun) return done(reportOf(staged, staged.codes.length, true));
    if (staged.faulty > 0 && input.onError === 'fail') return refuseFile(staged);
    return await writeCodes(deps, staged, input.onError);
  } finally {
    running -= 1;
  }
}

function reportOf(staged: StagedCodes, created: number, dryRun: boolean): ImportReport {
  const { rows, unchanged, faults } = staged;
  return { dryRun, rows, created, unchanged, faulty: rows - unchanged - created, faults: [...faults] };
}

function refuseFile({ faults }: StagedCodes): Outcome<never> {
  const details = faults.map((fault) => ({ path: pathOf(fault), ...fault }));
  const [first] = faults;
  return refused({
    code: 'VALIDATION_ERROR',
    details,
    ...(first && first.field !== '' && { field: first.field }),
  });
}

function pathOf({ row, field }: ImportFault): string {
  return field === '' ? `rows.${row}` : `rows.${row}.${field}`;
}

/** Not run twice: a job that may repeat goes together with others, and would be undone with one that is refused. */
function writeCodes(
  deps: CallDeps,
  staged: StagedCodes,
  onError: ImportInput['onError'],
): Promise<Outcome<ImportReport>> {
  const { storage, workspace, actor } = deps;
  return storage.write<Outcome<ImportReport>>(async (tx) => {
    let created = 0;
    for (let at = 0; at < staged.codes.length; at += sliceSize) {
      const slice = staged.codes.slice(at, at + sliceSize);
      created += await insertFree(tx, slice);
      if (created < at + slice.length && onError === 'fail') {
        return undo(refused({ code: 'CODE_EXISTS', field: 'code' }));
      }
      // So that those who only read are answered while a large file is written.
      await nextTurn();
    }
    const report = reportOf(staged, created, false);
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor,
      event: null,
      action: 'discount_codes.imported',
      target: { type: 'workspace', id: workspace.id },
      before: null,
      after: { rows: report.rows, created, unchanged: report.unchanged, faulty: report.faulty },
    });
    return done(report);
  });
}

/** Somebody may have made one of them since the file was judged. */
async function insertFree(tx: WriteTransaction, codes: readonly NewDiscountCode[]): Promise<number> {
  const [first] = codes;
  if (first === undefined) return 0;
  const keys = codes.map(({ canonical_key }) => canonical_key);
  const strings = new Set(await listStringKeys(tx, first.workspace_id, keys));
  const free = strings.size === 0 ? codes : codes.filter(({ canonical_key }) => !strings.has(canonical_key));
  return (await insertDiscountCodes(tx, free)).size;
}
