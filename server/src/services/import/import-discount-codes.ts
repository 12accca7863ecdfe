import type { ImportDiscountCodesQuery, ImportFault, ImportReport } from '@hemat/shared/schemas';
import { publishCodeImport, type ImportKey } from '../../storage/repositories/code-imports.js';
import type { NewDiscountCode } from '../../storage/repositories/discount-code-batches.js';
import { UnavailableError } from '../../storage/unavailable-error.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { addToCodeImport, clearImport, dropCodeImport, lost, openCodeImport } from './code-import.js';
import type { FileRow } from './file-row.js';
import { judgeCodes, type JudgedFile } from './judge-codes.js';

/** A file of codes and what to do with it. */
export interface ImportInput extends ImportDiscountCodesQuery {
  readonly file: AsyncIterable<FileRow>;
}

/** Each may hold a file of 10 MB in memory. */
const mostAtOnce = 4;
let running = 0;

/**
 * Takes the codes of a file, all or none, or with `onError: 'skip'` those without a fault. They are written as they are read, in
 * short writes, and come into existence together, in one last write. A row whose code stands there just so is no fault. Throws an
 * `UnavailableError` while four other files are taken.
 */
export async function importDiscountCodes(
  deps: CallDeps,
  input: ImportInput,
): Promise<Outcome<ImportReport>> {
  if (running >= mostAtOnce)
    throw new UnavailableError('other files are being taken', { retryAfterSeconds: 5 });
  running += 1;
  try {
    return await (input.dryRun ? checkFile(deps, input) : takeFile(deps, input));
  } finally {
    running -= 1;
  }
}

async function checkFile(deps: CallDeps, { file }: ImportInput): Promise<Outcome<ImportReport>> {
  const judged = await judgeCodes(deps, file, async (codes) => idsOf(codes));
  return done({ dryRun: true, ...judged, faults: [...judged.faults] });
}

async function takeFile(deps: CallDeps, { file, onError }: ImportInput): Promise<Outcome<ImportReport>> {
  const opened = await openCodeImport(deps);
  try {
    const judged = await judgeCodes(deps, file, async (codes, isClean) =>
      // A file that is refused anyway is only read on for its faults.
      onError === 'skip' || isClean ? addToCodeImport(deps, opened, codes) : idsOf(codes),
    );
    if (judged.faulty > 0 && onError === 'fail') {
      await dropCodeImport(deps, opened);
      return refuseFile(judged);
    }
    const report = await publish(deps, opened, { dryRun: false, ...judged, faults: [...judged.faults] });
    await clearImport(deps, opened);
    return done(report);
  } catch (error) {
    await dropCodeImport(deps, opened);
    throw error;
  }
}

function publish(deps: CallDeps, opened: ImportKey, report: ImportReport): Promise<ImportReport> {
  const { storage, workspace, actor } = deps;
  const { rows, created, unchanged, faulty } = report;
  return storage.write(
    async (tx) => {
      if (!(await publishCodeImport(tx, opened))) throw lost();
      await recordEffect(deps, tx, {
        workspaceId: workspace.id,
        actor,
        event: null,
        action: 'discount_codes.imported',
        target: { type: 'workspace', id: workspace.id },
        before: null,
        after: { rows, created, unchanged, faulty },
      });
      return report;
    },
    { mayRepeat: true },
  );
}

function idsOf(codes: readonly NewDiscountCode[]): ReadonlySet<string> {
  return new Set(codes.map(({ id }) => id));
}

function refuseFile({ faults }: JudgedFile): Outcome<never> {
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
