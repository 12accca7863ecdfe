import { readJson } from '../http/read-json.js';
import { unguardCell } from '../services/csv/formula-cell.js';
import { splitList } from '../services/csv/list-cell.js';
import type { ColumnKind } from './columns.js';

/** What a cell of a file says, `null` for an empty one; a cell that does not fit its kind stays text, for the schema to refuse. */
export function readCell(cell: string, kind: ColumnKind): unknown {
  if (cell === '') return null;
  const text = unguardCell(cell);
  return kind === 'text' ? text : readers[kind](text.trim());
}

const readers: Readonly<Record<Exclude<ColumnKind, 'text'>, (text: string) => unknown>> = {
  word: (text) => (text === '' ? null : text),
  number: (text) => (text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text),
  flag: (text) => flags[text.toLowerCase()] ?? (text === '' ? null : text),
  list: (text) => (text === '' ? null : (splitList(text) ?? readJsonCell(text))),
  map: (text) => (text === '' ? null : readJsonCell(text)),
};

const flags: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

function readJsonCell(text: string): unknown {
  const read = readJson(text);
  return read.ok ? read.value : text;
}
