import type { Redemption } from '@hemat/shared/schemas';
import type { CapsRow } from '../../storage/repositories/code-facts.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';
import { moveFigures, withDay } from '../stats/move-figures.js';
import { done, refused, type Outcome, type Refusal } from '../outcome.js';
import { expireHoldsOfCode } from './expire-hold.js';
import { addSlots, capOn, moveSlots } from './move-slots.js';
import { moveString } from './move-string.js';
import { recordChange, saveRow, type RowChange } from './save-row.js';
import { movesBetween, type SlotMove } from './slots.js';

/** A change of a row, with what its code's caps mean for it. */
export interface CountedChange extends RowChange {
  readonly caps: CapsRow;
  /** What a full cap does: the change `stands` and its row says that it went over, or all changes are refused. */
  readonly whenFull: 'stands' | 'refused' | 'conflict';
}

/**
 * Writes the changed rows of one order with their events, audit rows and counters; answers them as the wire shows them. The
 * counters come last and in the order of the codes, as they are what many orders wait for. A cap that is reached refuses all.
 */
export async function applyChanges(
  deps: CallDeps,
  tx: WriteTransaction,
  asked: readonly CountedChange[],
): Promise<Outcome<Redemption[]>> {
  const changes = asked.map((change) => ({ ...change, next: withDay(change.next, deps.workspace) }));
  for (const change of changes) await saveRow(tx, change);
  const shown = new Map<CountedChange, Redemption>();
  for (const change of changes) {
    if (!canGoOver(change)) shown.set(change, await recordChange(deps, tx, deps.actor, change));
  }
  const refusals = new Map<CountedChange, Outcome<never>>();
  for (const change of inOrderOfCodes(changes)) await moveFigures(tx, change);
  for (const change of inOrderOfCodes(changes)) {
    const counted = await moveWithinCaps(deps, tx, change);
    if (!counted.ok) refusals.set(change, counted);
    else if (canGoOver(change)) shown.set(change, await sayWhetherOver(deps, tx, change, counted.value));
  }
  // The first code that is refused decides, whichever counter came first.
  const first = changes.find((change) => refusals.has(change));
  const refusal = first && refusals.get(first);
  if (refusal !== undefined) return refusal;
  return done(changes.flatMap((change) => shown.get(change) ?? []));
}

/** A promise that stands whatever the cap: only the counters themselves can tell whether it went over. */
function canGoOver({ whenFull, caps }: CountedChange): boolean {
  return whenFull === 'stands' && (caps.max_uses_total !== null || caps.max_uses_per_customer !== null);
}

function inOrderOfCodes(changes: readonly CountedChange[]): CountedChange[] {
  return [...changes].sort((a, b) => (a.next.discount_code_id < b.next.discount_code_id ? -1 : 1));
}

/** Answers whether a counter went over its cap. */
async function moveWithinCaps(
  deps: CallDeps,
  tx: WriteTransaction,
  { before, next, caps, whenFull }: CountedChange,
): Promise<Outcome<boolean>> {
  if (!(await takeString(deps, tx, { before, next }))) {
    return refused(stringTaken(next, whenFull !== 'refused'));
  }
  let isOver = false;
  let full: SlotMove | undefined;
  for (const move of movesBetween(before, next)) {
    const cap = capOn(move, caps);
    if (cap === null) {
      await addSlots(tx, next, move);
      continue;
    }
    // What only gives back is never too much, also where the cap was lowered since.
    const takes = move.uses + move.holds > 0;
    const limit = whenFull === 'stands' || !takes ? null : cap;
    let counters = await moveSlots(tx, next, move, limit);
    // Holds that have run out may still stand in the counters.
    if (counters === undefined && (await expireHoldsOfCode(deps, tx, { ...next, string_key: null }))) {
      counters = await moveSlots(tx, next, move, limit);
    }
    // By the order of the checks the total's cap, which comes last here, decides before the customer's.
    if (counters === undefined) full = move;
    else isOver ||= counters.uses_total > cap;
  }
  return full === undefined ? done(isOver) : refused(capReached(full, next, whenFull === 'conflict'));
}

/** The hold of another order that has run out may still stand on the string. */
async function takeString(deps: CallDeps, tx: WriteTransaction, change: RowChange): Promise<boolean> {
  if (await moveString(tx, change)) return true;
  return (await expireHoldsOfCode(deps, tx, change.next)) && moveString(tx, change);
}

function stringTaken({ code }: RedemptionsTable, isConflict: boolean): Refusal {
  return { code: 'MAX_USES_REACHED', ...(isConflict && { conflict: true }), details: { code } };
}

function capReached({ customerId }: SlotMove, { code }: RedemptionsTable, isConflict: boolean): Refusal {
  return {
    code: customerId === null ? 'MAX_USES_REACHED' : 'CUSTOMER_LIMIT_REACHED',
    ...(isConflict && { conflict: true }),
    details: { code },
  };
}

async function sayWhetherOver(
  deps: CallDeps,
  tx: WriteTransaction,
  { before, next }: CountedChange,
  isOver: boolean,
): Promise<Redemption> {
  const told: RedemptionsTable = { ...next, over_limit: isOver ? 1 : 0 };
  if (isOver) await saveRow(tx, { before: next, next: told });
  return recordChange(deps, tx, deps.actor, { before, next: told });
}
