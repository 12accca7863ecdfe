import type { RedemptionsTable } from '../../storage/tables.js';
import { askedCode, type AskedCode } from '../asked-codes.js';

interface WithCode {
  readonly code: string;
}

/** Rows whose order was paid, refunded or not. */
export function paidRows(rows: readonly RedemptionsTable[]): RedemptionsTable[] {
  return rows.filter(({ status }) => status === 'redeemed' || status === 'reversed');
}

/** Rows that are locked. */
export function lockedRows(rows: readonly RedemptionsTable[]): RedemptionsTable[] {
  return rows.filter(({ status }) => status === 'locked');
}

/** The rows that the newest lock of the order left: locked, or expired when their hold ran out. */
export function newestLock(rows: readonly RedemptionsTable[]): RedemptionsTable[] {
  const newest = Math.max(...rows.map(({ locked_at }) => locked_at ?? -1));
  return rows.filter(
    ({ status, locked_at }) => (status === 'locked' || status === 'expired') && locked_at === newest,
  );
}

/** Whether each of the codes has one of the rows. */
export function haveEach(rows: readonly WithCode[], codes: readonly AskedCode[]): boolean {
  return codes.every((code) => rowOf(rows, code) !== undefined);
}

/** The row of a code that was asked for. */
function rowOf<Row extends WithCode>(rows: readonly Row[], { key }: AskedCode): Row | undefined {
  return key === null ? undefined : rows.find(({ code }) => askedCode(code).key === key);
}

/** The row an answer puts first: that of the first code that was asked for, else that of the order's first code. */
export function firstRow<Row extends WithCode>(rows: readonly Row[], asked: readonly AskedCode[]): Row {
  const [first] = asked;
  const row = (first && rowOf(rows, first)) ?? rows[0];
  if (row === undefined) throw new RangeError('an answer has no rows');
  return row;
}
