import { addToDay } from '../../storage/repositories/daily-stats.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { Workspace } from '../deps.js';
import type { RowChange } from '../ledger/save-row.js';
import { difference, figuresOfRow } from './figures-of-row.js';
import { localDay } from './local-day.js';

const shards = 16;

/** A row with the day of its payment in the workspace's zone; it keeps the day it has. */
export function withDay(row: RedemptionsTable, { timeZone }: Pick<Workspace, 'timeZone'>): RedemptionsTable {
  return row.redeemed_at === null || row.redeemed_day !== null
    ? row
    : { ...row, redeemed_day: localDay(row.redeemed_at, timeZone) };
}

/** Moves the figures of a row's day by what the change makes of them; a row that was never paid has none. */
export async function moveFigures(tx: WriteTransaction, { before, next }: RowChange): Promise<void> {
  if (next.redeemed_day === null) return;
  const was = figuresOfRow(before);
  const is = figuresOfRow(next);
  const key = {
    workspaceId: next.workspace_id,
    discountCodeId: next.discount_code_id,
    day: next.redeemed_day,
    currency: next.currency,
    // By the order, so that all of its rows go together.
    shard: next.external_ref.charCodeAt(next.external_ref.length - 1) % shards,
  };
  await addToDay(tx, key, {
    ofCode: difference(is.ofCode, was.ofCode),
    ofWorkspace: difference(is.ofWorkspace, was.ofWorkspace),
  });
}
