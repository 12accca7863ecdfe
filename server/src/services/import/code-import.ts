import {
  insertImportedCodes,
  listStringKeys,
  type NewDiscountCode,
} from '../../storage/repositories/discount-code-batches.js';
import {
  clearCodeImport,
  discardCodeImport,
  insertCodeImport,
  prolongCodeImport,
  type ImportKey,
} from '../../storage/repositories/code-imports.js';
import { UnavailableError } from '../../storage/unavailable-error.js';
import type { CallDeps } from '../deps.js';

/** How long a process that takes a file may say nothing. */
const leaseMs = 60_000;
/** Rows of one write: few enough that a payment that waits for it does not notice. */
const mostAtOnce = 250;

/** Opens a file that is to be taken: its codes are written as they are read, and exist for nobody before it is published. */
export async function openCodeImport({ storage, workspace, now, newId }: CallDeps): Promise<ImportKey> {
  const id = newId('imp');
  await storage.write((tx) =>
    insertCodeImport(tx, {
      workspace_id: workspace.id,
      id,
      state: 'running',
      lease_until: now() + leaseMs,
      created_at: now(),
    }),
  );
  return { workspaceId: workspace.id, id };
}

/** Writes some codes of the file, in short writes; answers the ids of those whose keys were free. */
export async function addToCodeImport(
  { storage, now }: CallDeps,
  file: ImportKey,
  codes: readonly NewDiscountCode[],
): Promise<ReadonlySet<string>> {
  const written = new Set<string>();
  for (let at = 0; at < codes.length; at += mostAtOnce) {
    const slice = codes.slice(at, at + mostAtOnce);
    const keys = slice.map(({ canonical_key }) => canonical_key);
    const ids = await storage.write(
      async (tx) => {
        if (!(await prolongCodeImport(tx, file, now() + leaseMs))) throw lost();
        const strings = new Set(await listStringKeys(tx, file.workspaceId, keys));
        return insertImportedCodes(
          tx,
          file.id,
          slice.filter(({ canonical_key }) => !strings.has(canonical_key)),
        );
      },
      { mayRepeat: true },
    );
    for (const id of ids) written.add(id);
  }
  return written;
}

/** Takes the file's codes away again. */
export async function dropCodeImport(deps: Pick<CallDeps, 'storage'>, file: ImportKey): Promise<void> {
  await deps.storage.write((tx) => discardCodeImport(tx, file), { mayRepeat: true });
  await clearImport(deps, file);
}

/** Removes what a file that has ended leaves, in short writes. */
export async function clearImport({ storage }: Pick<CallDeps, 'storage'>, file: ImportKey): Promise<void> {
  while (await storage.write((tx) => clearCodeImport(tx, file, mostAtOnce), { mayRepeat: true }));
}

/** The process was away for so long that another one has discarded the file. */
export function lost(): UnavailableError {
  return new UnavailableError('the file was given up, as nothing was heard of it for a minute');
}
