import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** A kind of column; with `?` it may be null. */
type ColumnKind = 'key' | 'text' | 'integer' | 'text?' | 'key?' | 'integer?';

/** A table as both databases hold it. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly primaryKey: readonly string[];
  /** Other keys, by the constraint's name. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  /** By the constraint's name. */
  readonly checks?: Readonly<Record<string, RawBuilder<boolean>>>;
  /** `table.column`, by column. */
  readonly references?: Readonly<Record<string, string>>;
  /** `narrow`: short rows that are found by their key. */
  readonly rows: 'wide' | 'narrow';
  /** Whether a crash of the database may take the rows. Default false. */
  readonly mayForget?: boolean;
}

/** Creates a table with the column types of the database at hand. */
export async function createTable(
  db: Kysely<unknown>,
  types: ColumnTypes,
  {
    name,
    columns,
    primaryKey,
    unique = {},
    checks = {},
    references = {},
    rows,
    mayForget = false,
  }: TableDefinition,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const target = references[column];
    table = table.addColumn(column, typeOf(kind, types), (made) => {
      const referring = target === undefined ? made : made.references(target);
      return kind.endsWith('?') ? referring : referring.notNull();
    });
  }
  for (const [key, names] of Object.entries(unique)) {
    table = table.addUniqueConstraint(key, [...names]);
  }
  for (const [check, condition] of Object.entries(checks)) {
    table = table.addCheckConstraint(check, condition);
  }
  table = table.addPrimaryKeyConstraint(`${name}_pk`, [...primaryKey]);
  if (mayForget) table = table.modifyFront(types.forgetfulTable);
  await table.modifyEnd(rows === 'wide' ? types.wideTable : types.narrowTable).execute();
}

function typeOf(kind: ColumnKind, types: ColumnTypes): RawBuilder<unknown> {
  if (kind.startsWith('key')) return types.key;
  return kind.startsWith('text') ? types.text : types.integer;
}
