import { statement } from '../statement.js';
import type { Reader } from '../storage.js';
import type { DiscountCodesTable } from '../tables.js';
import type { Counters } from './counters.js';

/** What changes of a code from order to order, and what one customer has used of it; null where they are not known here. */
export type CodeFactsRow = Pick<
  DiscountCodesTable,
  | 'workspace_id'
  | 'id'
  | 'version'
  | 'active'
  | 'archived_at'
  | 'max_uses_total'
  | 'max_uses_per_customer'
  | 'limit_policy'
  | 'hold_minutes'
> &
  Counters & {
    readonly customer_uses: number | null;
    readonly customer_holds: number | null;
    readonly paid_orders: number | null;
  };

/** A code's caps. */
export type CapsRow = Pick<DiscountCodesTable, 'max_uses_total' | 'max_uses_per_customer'>;

const byKey = statement((db, params: { workspaceId: string; key: string; customerId: string }) =>
  db
    .selectFrom('discount_codes')
    .innerJoin('discount_code_usage', (join) =>
      join
        .onRef('discount_code_usage.workspace_id', '=', 'discount_codes.workspace_id')
        .onRef('discount_code_usage.discount_code_id', '=', 'discount_codes.id'),
    )
    .leftJoin('customer_usage', (join) =>
      join
        .onRef('customer_usage.workspace_id', '=', 'discount_codes.workspace_id')
        .onRef('customer_usage.discount_code_id', '=', 'discount_codes.id')
        .on('customer_usage.customer_id', '=', params.customerId),
    )
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.workspace_id', '=', 'discount_codes.workspace_id')
        .on('customers.customer_id', '=', params.customerId),
    )
    .select([
      'discount_codes.workspace_id',
      'discount_codes.id',
      'version',
      'active',
      'archived_at',
      'max_uses_total',
      'max_uses_per_customer',
      'limit_policy',
      'hold_minutes',
      'discount_code_usage.uses_total',
      'discount_code_usage.holds_total',
      'customer_usage.uses_total as customer_uses',
      'customer_usage.holds_total as customer_holds',
      'customers.paid_orders',
    ])
    .where('discount_codes.workspace_id', '=', params.workspaceId)
    .where('discount_codes.canonical_key', '=', params.key),
);

const ruleById = statement((db, params: { workspaceId: string; id: string }) =>
  db
    .selectFrom('discount_codes')
    .selectAll()
    .where('workspace_id', '=', params.workspaceId)
    .where('id', '=', params.id),
);

const capsById = statement((db, params: { workspaceId: string; id: string }) =>
  db
    .selectFrom('discount_codes')
    .select(['max_uses_total', 'max_uses_per_customer'])
    .where('workspace_id', '=', params.workspaceId)
    .where('id', '=', params.id),
);

/** Everything a rule has to know of the world, and the version of the rule, in one read. */
export function findCodeFacts(
  db: Reader,
  params: { workspaceId: string; key: string; customerId: string | null },
): Promise<CodeFactsRow | undefined> {
  return byKey.find(db, { ...params, customerId: params.customerId ?? '' });
}

/** The rule of a code that was found just now, and so exists. */
export async function loadRuleRow(
  db: Reader,
  { workspace_id, id }: Pick<DiscountCodesTable, 'workspace_id' | 'id'>,
): Promise<DiscountCodesTable> {
  const row = await ruleById.find(db, { workspaceId: workspace_id, id });
  if (row === undefined) throw new Error('a code that was found is gone');
  return row;
}

/** The caps of a code that has redemptions, and so exists. */
export async function loadCaps(db: Reader, workspaceId: string, id: string): Promise<CapsRow> {
  const caps = await capsById.find(db, { workspaceId, id });
  if (caps === undefined) throw new Error('a redemption names a code that is not there');
  return caps;
}
