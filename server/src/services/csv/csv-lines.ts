import { stringify } from 'csv-stringify/sync';
import { guardCell } from './formula-cell.js';

/** Rows as lines of CSV, every cell safe to open in a spreadsheet; `null` is an empty cell. Source: RFC 4180. */
export function csvLines(rows: readonly (readonly (string | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? null : guardCell(cell))));
  return stringify(cells, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
