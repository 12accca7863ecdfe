import { insertRows, readTable, type AnyRow } from '../../../server/src/storage/repositories/whole-tables.js';
import type { Storage, WriteTransaction } from '../../../server/src/storage/storage.js';
import { listTables, tableKeys } from '../../../server/src/storage/table-keys.js';
import type { Tables } from '../../../server/src/storage/tables.js';

/** What a made-up row cannot hold, as the database or the audit checks it. */
const checked: { readonly [Table in keyof Tables]?: AnyRow } = {
  members: { role: 'viewer' },
  invitations: { role: 'viewer' },
  string_batches: { done: 1, total: 1 },
  code_imports: { state: 'published' },
};

/** Puts two made-up rows (one where a workspace has one) into each table that has none, the second with null where it may be. */
export async function fillEmptyTables({ write, reader }: Storage, workspaceId: string): Promise<void> {
  const described = new Map((await reader.introspection.getTables()).map((table) => [table.name, table]));
  await write(async (tx) => {
    for (const table of listTables()) {
      if (await hasRows(tx, table)) continue;
      const columns = described.get(table)?.columns ?? [];
      await insertRows(
        tx,
        table,
        marksFor(table).map((mark) => ({
          ...Object.fromEntries(columns.map((column) => [column.name, valueFor(column, mark)])),
          ...(columns.some(({ name }) => name === 'workspace_id') && { workspace_id: workspaceId }),
          ...checked[table],
        })),
      );
    }
  });
}

function marksFor(table: keyof Tables): readonly string[] {
  return tableKeys[table].join() === 'workspace_id' ? ['1'] : ['1', '2'];
}

async function hasRows(tx: WriteTransaction, table: keyof Tables): Promise<boolean> {
  const { value } = await readTable(tx, table).next();
  return value !== undefined;
}

/** Columns of one name hold the same, so that one row can refer to another. */
function valueFor(
  { name, dataType, isNullable }: { name: string; dataType: string; isNullable: boolean },
  mark: string,
): string | number | null {
  if (isNullable && mark === '2') return null;
  return /int/i.test(dataType) ? 0 : name === 'id' || name === 'user_id' ? `user ${mark}` : `${name} ${mark}`;
}
