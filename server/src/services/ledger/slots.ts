import type { RedemptionsTable } from '../../storage/tables.js';

/** What a row counts as: a use, a hold, or nothing. `hemat audit` counts the same. */
export interface Slots {
  readonly uses: number;
  readonly holds: number;
}

/** How the counters of one customer (null: of the code itself) have to move. */
export interface SlotMove extends Slots {
  readonly customerId: string | null;
}

/** What a row takes of its code's caps. */
export function slotsOf(row: RedemptionsTable | null): Slots {
  if (row === null) return { uses: 0, holds: 0 };
  const isUsed = row.status === 'redeemed' || (row.status === 'reversed' && row.use_restored === 0);
  const isHeld = row.status === 'locked' && row.limit_policy === 'hold';
  return { uses: isUsed ? 1 : 0, holds: isHeld ? 1 : 0 };
}

/** The difference a changed row makes to the counters: the customers' first, the code's last. */
export function movesBetween(before: RedemptionsTable | null, next: RedemptionsTable): SlotMove[] {
  const given = slotsOf(before);
  const taken = slotsOf(next);
  const both = { uses: taken.uses - given.uses, holds: taken.holds - given.holds };
  const previous = before?.customer_id ?? null;
  const moves =
    previous === next.customer_id
      ? [{ ...both, customerId: previous }]
      : [
          { uses: 0 - given.uses, holds: 0 - given.holds, customerId: previous },
          { ...taken, customerId: next.customer_id },
        ];
  return [...moves.filter(({ customerId }) => customerId !== null), { ...both, customerId: null }].filter(
    ({ uses, holds }) => uses !== 0 || holds !== 0,
  );
}
