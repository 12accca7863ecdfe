import { sql } from 'kysely';
import { statement } from '../statement.js';
import type { WriteTransaction } from '../storage.js';

/** How a code's counters move. */
export interface CounterMove {
  readonly workspaceId: string;
  readonly discountCodeId: string;
  /** Added to the uses. */
  readonly uses: number;
  /** Added to the holds. */
  readonly holds: number;
  /** Uses and holds together must not come to more than this; null: no cap. */
  readonly cap: number | null;
}

/** How one customer's share of them moves. */
export interface CustomerMove extends CounterMove {
  readonly customerId: string;
}

type Uncapped<Move extends CounterMove> = Omit<Move, 'cap'>;

/** Where the counters stand after a move. */
export interface Counters {
  readonly uses_total: number;
  readonly holds_total: number;
}

const noCap = Number.MAX_SAFE_INTEGER;

const move = statement((db, params: CounterMove & { cap: number }) =>
  db
    .updateTable('discount_code_usage')
    .set({
      uses_total: sql`uses_total + ${params.uses}`,
      holds_total: sql`holds_total + ${params.holds}`,
    })
    .where('workspace_id', '=', params.workspaceId)
    .where('discount_code_id', '=', params.discountCodeId)
    .where(sql`uses_total + holds_total + ${params.uses} + ${params.holds}`, '<=', params.cap)
    .returning(['uses_total', 'holds_total']),
);

const moveKnownCustomer = statement((db, params: CounterMove & { customerId: string; cap: number }) =>
  db
    .updateTable('customer_usage')
    .set({
      uses_total: sql`uses_total + ${params.uses}`,
      holds_total: sql`holds_total + ${params.holds}`,
    })
    .where('workspace_id', '=', params.workspaceId)
    .where('discount_code_id', '=', params.discountCodeId)
    .where('customer_id', '=', params.customerId)
    .where(sql`uses_total + holds_total + ${params.uses} + ${params.holds}`, '<=', params.cap)
    .returning(['uses_total', 'holds_total']),
);

const addCustomer = statement((db, params: CounterMove & { customerId: string; cap: number }) =>
  db
    .insertInto('customer_usage')
    .values({
      workspace_id: params.workspaceId,
      discount_code_id: params.discountCodeId,
      customer_id: params.customerId,
      uses_total: params.uses,
      holds_total: params.holds,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'discount_code_id', 'customer_id'])
        .doUpdateSet({
          uses_total: sql`customer_usage.uses_total + ${params.uses}`,
          holds_total: sql`customer_usage.holds_total + ${params.holds}`,
        })
        .where(
          sql`customer_usage.uses_total + customer_usage.holds_total + ${params.uses} + ${params.holds}`,
          '<=',
          params.cap,
        ),
    )
    .returning(['uses_total', 'holds_total']),
);

/** Moves a code's counters in one guarded statement; `undefined` where the cap forbids it. */
export function moveCounters(tx: WriteTransaction, moved: CounterMove): Promise<Counters | undefined> {
  return move.find(tx, { ...moved, cap: moved.cap ?? noCap });
}

/** The same whatever the cap, and without telling where they stand then. */
export function addToCounters(tx: WriteTransaction, moved: Uncapped<CounterMove>): Promise<void> {
  return move.send(tx, { ...moved, cap: noCap });
}

/** The same as `moveCounters` for one customer's share of them. */
export function moveCustomerCounters(
  tx: WriteTransaction,
  moved: CustomerMove,
): Promise<Counters | undefined> {
  return customerMove(moved).find(tx, { ...moved, cap: moved.cap ?? noCap });
}

/** The same as `addToCounters` for one customer's share of them. */
export function addToCustomerCounters(tx: WriteTransaction, moved: Uncapped<CustomerMove>): Promise<void> {
  return customerMove(moved).send(tx, { ...moved, cap: noCap });
}

/**
 * A customer's first move adds the row, so that one must not be down: a row that is added has to fit the table's own checks,
 * even where the conflict would turn it into an update.
 */
function customerMove({ uses, holds }: Uncapped<CustomerMove>): typeof addCustomer {
  return uses < 0 || holds < 0 ? moveKnownCustomer : addCustomer;
}
