import { canonicalCode, generateCode } from '@hemat/shared';
import { countDiscountCodesByKey } from '../../storage/repositories/discount-codes.js';
import { insertOneTimeStrings } from '../../storage/repositories/one-time-strings.js';
import { advanceStringBatch, listDueStringBatches } from '../../storage/repositories/string-batches.js';
import type { OneTimeStringsTable, StringBatchesTable } from '../../storage/one-time-tables.js';
import { undo, type WriteTransaction } from '../../storage/storage.js';
import type { Deps } from '../deps.js';

/** Strings of one write: few enough that a payment that waits for it does not notice. */
const mostAtOnce = 250;
const mostBatches = 20;
const leaseMs = 10_000;

/**
 * Generates the next strings of every unfinished batch, in every workspace, one short write a batch; answers how many, 0 when all
 * are done. `owner` names the process: no other one goes on with its batches for ten seconds, then any may, from the last write.
 */
export async function generateStrings(deps: Deps, owner: string): Promise<number> {
  const due = { owner, now: deps.now(), limit: mostBatches };
  let made = 0;
  for (const batch of await listDueStringBatches(deps.storage.reader, due)) {
    made += await generateNext(deps, batch, owner);
  }
  return made;
}

async function generateNext(deps: Deps, batch: StringBatchesTable, owner: string): Promise<number> {
  const rows = makeStrings(deps, batch, Math.min(mostAtOnce, batch.total - batch.done));
  const { workspace_id: workspaceId, discount_code_id: discountCodeId, done } = batch;
  const now = deps.now();
  const step = { owner, now, leaseUntil: now + leaseMs, done, count: rows.length };
  return deps.storage.write<number>(
    async (tx) => {
      if (!(await advanceStringBatch(tx, { workspaceId, discountCodeId, ...step }))) return undo(0);
      // A string that somebody has already: all of them are drawn again.
      return (await storeStrings(tx, rows)) ? rows.length : undo(0);
    },
    { mayRepeat: true },
  );
}

/** Stores new strings; false, the write to be taken back, where the workspace has one of them already. */
export async function storeStrings(
  tx: WriteTransaction,
  rows: readonly OneTimeStringsTable[],
): Promise<boolean> {
  const [first] = rows;
  if (first === undefined) return true;
  if ((await insertOneTimeStrings(tx, rows)) < rows.length) return false;
  const keys = rows.map((row) => row.canonical_key);
  return (await countDiscountCodesByKey(tx, first.workspace_id, keys)) === 0;
}

/** The next `count` strings of a batch, drawn at random. */
export function makeStrings(
  deps: Pick<Deps, 'randomBytes'>,
  batch: StringBatchesTable,
  count: number,
): OneTimeStringsTable[] {
  return Array.from({ length: count }, (_, place) => {
    const code = makeString(deps, batch);
    return {
      workspace_id: batch.workspace_id,
      discount_code_id: batch.discount_code_id,
      position: batch.done + place + 1,
      canonical_key: keyOf(code),
      code,
      uses_total: 0,
      holds_total: 0,
    };
  });
}

function makeString(
  { randomBytes }: Pick<Deps, 'randomBytes'>,
  { prefix, groups }: StringBatchesTable,
): string {
  // Made from a length that the wire knows.
  const code = generateCode(randomBytes, { groups: groups as 3 | 4 | 5 });
  return prefix === null ? code : `${prefix}-${code}`;
}

function keyOf(code: string): string {
  const canonical = canonicalCode(code);
  if (!canonical.ok) throw new Error('a generated string is no code');
  return canonical.key;
}
