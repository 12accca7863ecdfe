import { discardCodeImport, listOverdueImports } from '../../storage/repositories/code-imports.js';
import type { Deps } from '../deps.js';
import { clearImport } from './code-import.js';

/** Takes the codes away of files whose process died before they were whole, in every workspace; answers how many files. */
export async function clearOverdueImports({ storage, now }: Deps): Promise<number> {
  const overdue = await listOverdueImports(storage.reader, now());
  for (const { workspace_id: workspaceId, id } of overdue) {
    const file = { workspaceId, id };
    await storage.write((tx) => discardCodeImport(tx, file), { mayRepeat: true });
    await clearImport({ storage }, file);
  }
  return overdue.length;
}
