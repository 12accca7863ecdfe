import { sql, type SelectQueryBuilder } from 'kysely';
import { statement } from '../statement.js';
import type { Reader } from '../storage.js';
import type { DiscountCodesTable, Tables } from '../tables.js';
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
  Counters &
  (StringFacts | { readonly [Name in keyof StringFacts]: null }) & {
    readonly customer_uses: number | null;
    readonly customer_holds: number | null;
    readonly paid_orders: number | null;
  };

/** A code's caps. */
export type CapsRow = Pick<DiscountCodesTable, 'max_uses_total' | 'max_uses_per_customer'>;

/** A one-time string: its own slot beside its batch's counters. */
export interface StringFacts {
  readonly string_key: string;
  readonly string_code: string;
  readonly string_uses: number;
  readonly string_holds: number;
}

interface FactsParams {
  readonly workspaceId: string;
  readonly key: string;
  readonly customerId: string;
}

/** Codes first; where none has the key, the one-time strings: both in one read. */
const byKey = statement((db, params: FactsParams) =>
  withWorld(db.selectFrom('discount_codes'), params)
    .select([
      sql<string | null>`cast(null as text)`.as('string_key'),
      sql<string | null>`cast(null as text)`.as('string_code'),
      sql<number | null>`cast(null as bigint)`.as('string_uses'),
      sql<number | null>`cast(null as bigint)`.as('string_holds'),
    ])
    .where('discount_codes.workspace_id', '=', params.workspaceId)
    .where('discount_codes.canonical_key', '=', params.key)
    .unionAll(stringByKey(db, params))
    .limit(sql.lit(1)),
);

function stringByKey(db: Reader, params: FactsParams) {
  const strings = db
    .selectFrom('discount_codes')
    .innerJoin('one_time_strings', (join) =>
      join
        .onRef('one_time_strings.workspace_id', '=', 'discount_codes.workspace_id')
        .onRef('one_time_strings.discount_code_id', '=', 'discount_codes.id'),
    );
  // A join only adds columns that are not named like those of the codes and their counters.
  return withWorld(strings as unknown as FromCodes, params)
    .select([
      sql.ref<string | null>('one_time_strings.canonical_key').as('string_key'),
      sql.ref<string | null>('one_time_strings.code').as('string_code'),
      sql.ref<number | null>('one_time_strings.uses_total').as('string_uses'),
      sql.ref<number | null>('one_time_strings.holds_total').as('string_holds'),
    ])
    .where(sql.ref('one_time_strings.workspace_id'), '=', params.workspaceId)
    .where(sql.ref('one_time_strings.canonical_key'), '=', params.key);
}

type FromCodes = SelectQueryBuilder<Tables, 'discount_codes', unknown>;

function withWorld(codes: FromCodes, params: FactsParams) {
  return codes
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
    ]);
}

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
  // The columns of a string are all null or none is.
  return byKey.find(db, { ...params, customerId: params.customerId ?? '' }) as Promise<
    CodeFactsRow | undefined
  >;
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
